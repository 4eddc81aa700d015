import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';
import {probeWords} from '../../probe-budget.ts';
import {type Unready, unreadyOf} from '../../probes/unready.ts';
import {rollBackFirst} from '../../roll-back.ts';
import type {PodsSubject} from '../../subject.ts';

export default defineRule({
	id: 'not-ready',
	title: 'pods that run and do not get ready, and nothing tells why',
	why: 'They are running and get no traffic.',
	remedy: 'Ask by hand what the readiness probe asks, and read the log.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision'],
	place: 'effect',
	*find(subject, cluster) {
		const unready = unreadyOf(subject, cluster);
		if (unready.length === 0) return;
		const silent = unready.filter(({failure}) => failure === undefined);
		for (const [name, all] of Map.groupBy(silent, ({container}) => container.name)) {
			const [lead] = all;
			if (lead === undefined) continue;
			const {kind, probe, spec, pod} = lead;
			const node = cluster.named('node', '', pod.node);
			yield {
				key: name,
				verdict: all.every(({mayBeStarting}) => mayBeStarting) ? 'progressing' : 'struggling',
				confidence: 'possible',
				title: titleOf(subject, lead),
				because: silenceWords(cluster),
				pods: [...new Set(all.map(one => one.pod))],
				evidence: [
					seenOn(
						pod,
						`${pod.status}, ${pod.readyContainers} of ${pod.totalContainers} containers ready`,
						lead.since,
					),
					seenOn(pod, `${kind}Probe: ${probeWords(kind, probe, spec.ports)}`),
				],
				next: [...rollBackFirst(subject), `read the log of ${name}, and ask by hand what its probe asks`],
				since: Math.min(...all.map(({since}) => since)),
				...(node !== undefined && {follows: [node.uid]}),
			};
		}
	},
});

function titleOf({who}: PodsSubject, {container, kind, wasReady, mayBeStarting}: Unready): string {
	if (wasReady) return `${who} are not ready any more, and nothing tells why`;
	if (mayBeStarting) return `${who} run and are not ready yet`;
	return kind === 'startup'
		? `${who} run, and container ${container.name} has not passed its startup probe`
		: `${who} run and do not get ready, and nothing tells why`;
}

function silenceWords(cluster: Cluster): string {
	return cluster.knows('event')
		? 'no event says how its probe fails'
		: 'how its probe fails cannot be seen (list events)';
}
