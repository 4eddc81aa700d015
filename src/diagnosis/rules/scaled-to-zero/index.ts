import type {PodRow} from '../../../model/pod.ts';
import {isLive} from '../../../services/revisions.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {heardOf, readFrom, seenOn} from '../../evidence.ts';
import type {Evidence} from '../../../model/finding.ts';
import {overdueAt} from '../../overdue.ts';
import {kubectlName, objectName} from '../../object-name.ts';
import {listed} from '../../phrases.ts';
import type {WorkloadSubject} from '../../subject.ts';

/** Logs of others are news to them, and not to this one: while others are not ready they are looked at again. */
const AGAIN_MS = 10_000;

export default defineRule({
	id: 'scaled-to-zero',
	title: 'a workload that is scaled to 0, and who misses it',
	why: 'Nothing of it runs; what needs it fails though nothing of it is broken.',
	remedy: 'Scale it up again, unless it is meant to rest.',
	about: 'workload',
	reads: ['workload', 'event', 'service'],
	place: 'cause',
	*find(subject, cluster) {
		const {object: workload, service} = subject;
		if (workload.wanted > 0 || workload.kind === 'daemonset' || workload.deletedAt !== undefined) return;
		const missing = service.services.length === 0 ? [] : [...missedBy(subject, cluster)];
		const scaled = subject.events.findLast(({message}) => / to 0(?: from \d{1,9})?$/.test(message));
		const names = [...new Set(missing.map(({owner}) => owner))];
		yield {
			verdict: missing.length === 0 ? 'info' : 'struggling',
			confidence: 'certain',
			title: `${objectName(workload)} is scaled to 0${names.length === 0 ? '' : `, and ${listed(names, 2)} cannot reach it`}`,
			because:
				missing.length === 0 ? '' : `${objectName(workload)} is behind Service ${listed(service.services, 2)}`,
			affects: [workload, ...missing.map(({pod}) => pod)],
			evidence: [
				seenOn(workload, 'spec.replicas is 0'),
				...missing.slice(0, 3).map(({evidence}) => evidence),
				...(scaled === undefined ? [] : [heardOf(scaled, workload)]),
			],
			since: scaled?.lastAt,
			next: [`kubectl scale ${kubectlName(workload)} --replicas=1, unless it is meant to rest`],
		};
	},
});

interface Missing {
	readonly pod: PodRow;
	/** Name of whom the pod is of. */
	readonly owner: string;
	readonly evidence: Evidence;
}

/** Pods that ought to be ready by now, and whose last words are that they cannot reach a Service of this workload. */
function* missedBy({service, object, lookAgainAt}: WorkloadSubject, cluster: Cluster): Generator<Missing> {
	let isSomebodyDown = false;
	for (const pod of cluster.inNamespace('pod', object.namespace)) {
		// What has ended is tried again, or is told by its job.
		if (pod.ready || !isLive(pod)) continue;
		isSomebodyDown = true;
		if (overdueAt(pod) > cluster.now) continue;
		for (const container of pod.containers) {
			const words = cluster.lastWordsOf(pod, container);
			const trouble = words?.trouble;
			if (words === undefined || trouble === undefined || trouble.host === '') continue;
			const meant = cluster.serviceAt(trouble.host, pod.namespace);
			if (meant?.namespace !== object.namespace || !service.services.includes(meant.name)) continue;
			yield {pod, owner: ownerName(pod), evidence: readFrom(pod, container, words, trouble.line)};
			break;
		}
	}
	if (isSomebodyDown) lookAgainAt(cluster.now + AGAIN_MS);
}

/** A ReplicaSet is called as its Deployment, and its hash. */
function ownerName({name, owner, revisionHash}: PodRow): string {
	if (owner === undefined) return name;
	const hash = `-${revisionHash}`;
	return owner.kind === 'ReplicaSet' && owner.name.endsWith(hash) ? owner.name.slice(0, -hash.length) : owner.name;
}
