import {conditionNamed} from '../../../kinds/conditions.ts';
import type {Condition} from '../../../model/row.ts';
import type {PodRow} from '../../../model/pod.ts';
import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';
import {listed, quoted} from '../../phrases.ts';

/** Somebody else opens them, a load balancer for the most part: it needs a moment, and up to a few minutes. */
const MOMENT_MS = 30_000;
const PATIENCE_MS = 3 * 60_000;

export default defineRule({
	id: 'readiness-gate',
	title: 'a readiness gate that nobody opens',
	why: 'The containers are ready, and the pod gets no traffic until a controller outside of it says so.',
	remedy: 'Look at the controller that sets the condition: for most gates that of the load balancer.',
	about: 'pods',
	reads: ['pod', 'workload', 'revision'],
	place: 'failure',
	*find(subject, cluster) {
		const shut: {readonly pod: PodRow; readonly ready: Condition; readonly since: number}[] = [];
		for (const pod of subject.pods) {
			if (pod.ready || pod.spec.readinessGates.length === 0) continue;
			const ready = conditionNamed(pod.conditions, 'Ready');
			if (ready?.reason !== 'ReadinessGatesNotReady') continue;
			const since = Math.max(ready.since, pod.createdAt, ...pod.containers.map(container => container.startedAt));
			// A clock that runs ahead says nothing about how long it lasts: then nobody is late.
			if (cluster.now >= since + MOMENT_MS) shut.push({pod, ready, since});
			else subject.lookAgainAt(since + MOMENT_MS);
		}
		const [first] = shut;
		if (first === undefined) return;
		const gates = gatesOf(first.pod, first.ready);
		const since = Math.min(...shut.map(one => one.since));
		const isLate = cluster.now >= since + PATIENCE_MS;
		if (!isLate) subject.lookAgainAt(since + PATIENCE_MS);
		yield {
			verdict: isLate ? 'struggling' : 'progressing',
			confidence: 'certain',
			title: `${subject.who} wait for readiness gate ${listed(gates, 2)}, though their containers are ready`,
			because: gates.map(gate => gateWords(first.pod, gate)).join('; '),
			pods: shut.map(({pod}) => pod),
			evidence: shut
				.slice(0, 2)
				.map(({pod, ready}) => seenOn(pod, quoted(`${ready.reason}: ${ready.message}`), ready.since)),
			next: [
				`look at the controller that sets ${listed(gates, 2)}: its log, and whether it watches this namespace`,
			],
			since,
		};
	},
});

/** The kubelet names the first that is not open; when it does not, all count. */
function gatesOf({spec: {readinessGates}}: PodRow, {message}: Condition): readonly string[] {
	const named = readinessGates.filter(gate => message.includes(gate));
	return named.length > 0 ? named : readinessGates;
}

function gateWords(pod: PodRow, gate: string): string {
	const condition = conditionNamed(pod.conditions, gate);
	if (condition === undefined) return `nobody has set ${gate}`;
	return quoted(`${gate} is ${condition.status}${condition.message === '' ? '' : `: ${condition.message}`}`);
}
