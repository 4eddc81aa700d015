import {nearest} from '../../../lib/nearest.ts';
import type {PodRow} from '../../../model/pod.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {listed} from '../../phrases.ts';
import {rollBackFirst} from '../../roll-back.ts';
import type {Unplaced} from '../../scheduling/unplaced.ts';
import {unplacedPods} from '../../scheduling/unplaced.ts';
import {claimNamesOf, claimWords} from '../../storage/claims.ts';

/** Whoever applies a whole folder applies claims after pods now and then. */
const GRACE_MS = 5000;

export default defineRule({
	id: 'claim-missing',
	title: 'a PersistentVolumeClaim that does not exist, or is being deleted',
	why: 'The pods mount it, and the scheduler does not place them before it is there.',
	remedy: 'Create the claim, or correct its name in the template.',
	about: 'pods',
	reads: ['pod', 'event', 'claim', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		const kept = unplacedPods(subject, cluster).find(({obstacle}) => obstacle === 'claim-missing');
		if (kept === undefined || !isDue(subject, cluster, kept.since, GRACE_MS)) return;
		const names = missingOf(kept, cluster).toSorted();
		const [first] = names;
		// It was made in the meantime, and the scheduler looks again in a moment.
		if (first === undefined) return;
		const claim = cluster.named('persistentvolumeclaim', kept.pod.namespace, first);
		const words = claimWords(listed(names, 3), names.length);
		yield {
			verdict: 'doomed',
			confidence: 'certain',
			title: `${subject.who} need ${words}, which ${claim === undefined ? doesNotExist(names) : 'is being deleted'}`,
			because:
				claim === undefined
					? insteadOf(first, kept.pod, cluster)
					: 'a claim that is being deleted is given to no new pod',
			pods: kept.pods,
			evidence: kept.evidence,
			since: kept.since,
			next: [...rollBackFirst(subject), `create ${words}, or correct the name in the template`],
		};
	},
});

function missingOf({pods, fit}: Unplaced, cluster: Cluster): readonly string[] {
	const told = fit.refusals.flatMap(({obstacle, name}) =>
		obstacle === 'claim-missing' && name !== '' ? [name] : [],
	);
	if (!cluster.knows('persistentvolumeclaim')) return told;
	const isMissing = ({namespace}: PodRow, name: string): boolean => {
		const claim = cluster.named('persistentvolumeclaim', namespace, name);
		return claim === undefined || claim.deletedAt !== undefined;
	};
	return [...new Set(pods.flatMap(pod => claimNamesOf(pod).filter(name => isMissing(pod, name))))];
}

function doesNotExist(names: readonly string[]): string {
	return names.length === 1 ? 'does not exist' : 'do not exist';
}

function insteadOf(name: string, {namespace}: PodRow, cluster: Cluster): string {
	if (!cluster.knows('persistentvolumeclaim')) return 'the scheduler says so; claims cannot be listed';
	const there = [...cluster.inNamespace('persistentvolumeclaim', namespace)].map(claim => claim.name).toSorted();
	const near = nearest(name, there);
	if (near !== undefined) return `there is one named ${near}`;
	return there.length === 0 ? `there is no claim in ${namespace}` : `in ${namespace} there are ${listed(there)}`;
}
