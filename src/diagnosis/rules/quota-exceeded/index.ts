import {defineRule} from '../../contract.ts';
import {afterGrace} from '../../grace.ts';
import {listed} from '../../phrases.ts';
import {commonOf, extentOf, refusalOf} from '../../refusal/refusal.ts';
import {rollBackFirst} from '../../roll-back.ts';
import type {PodsSubject} from '../../subject.ts';
import {parseQuota, type QuotaRefusal} from './parse-quota.ts';

/** A rolling update in a full namespace is refused for a moment, until an old pod is gone. */
const GRACE_MS = 15_000;

export default defineRule({
	id: 'quota-exceeded',
	title: 'pods for which the quota of the namespace leaves no room',
	why: 'The API server refuses them until others go or the quota is raised; a pod that asks for more than the whole quota never fits.',
	remedy: 'Raise the quota, lower requests or replicas, or make room in the namespace.',
	about: 'pods',
	reads: ['workload', 'revision', 'event', 'job'],
	place: 'cause',
	*find(subject, cluster) {
		const refusal = refusalOf(subject, cluster, 'quota');
		if (refusal === undefined) return;
		const quota = parseQuota(refusal.words);
		const isDoomed = quota.unset.length > 0 || quota.lacks.some(({exceedsAll}) => exceedsAll);
		yield {
			...commonOf(refusal, subject),
			key: quota.name,
			verdict: isDoomed ? 'doomed' : afterGrace(subject, cluster, refusal.since, GRACE_MS, 'struggling'),
			title: `${subject.who} cannot be created: ${wordsOf(quota)}`,
			because: [extentOf(refusal), ...detailsOf(quota), ...deadlockOf(subject)].join('; '),
			next: [...(isDoomed ? rollBackFirst(subject) : []), ...nextOf(quota)],
		};
	},
});

function wordsOf({name, lacks, unset}: QuotaRefusal): string {
	const quota = `quota ${name === '' ? 'of the namespace' : name}`;
	if (unset.length > 0)
		return `${quota} demands ${listed(
			unset.map(({resource}) => resource),
			3,
		)}`;
	const [first] = lacks;
	if (first === undefined) return `${quota} has no room`;
	const {resource, requested, used, hard, exceedsAll} = first;
	// `pods` is the only one of them that is counted.
	const amount = `${requested} ${requested === '1' && resource === 'pods' ? 'pod' : resource}`;
	return exceedsAll
		? `each needs ${amount}, ${quota} is ${hard}`
		: `${quota} has no room: ${amount} needed, ${used} of ${hard} used`;
}

/** The first is in the title. */
function detailsOf({lacks, unset}: QuotaRefusal): readonly string[] {
	return [
		...lacks
			.slice(1, 4)
			.map(({resource, requested, used, hard}) => `${resource}: ${requested} needed, ${used} of ${hard} used`),
		...unset.slice(0, 4).map(({resource, containers}) => `${resource} is not set for ${containers}`),
	];
}

/** Old pods go only when new ones are ready, and new ones come only when old ones are gone. */
function deadlockOf({isRolling, oldPods, service}: PodsSubject): readonly string[] {
	const unavailable = service?.workload.unavailable;
	if (!isRolling || oldPods.length === 0 || (unavailable !== '0' && unavailable !== '0%')) return [];
	return ['no old pod goes before a new one is ready (maxUnavailable 0), so the rollout cannot make room itself'];
}

function nextOf({name, lacks, unset}: QuotaRefusal): readonly string[] {
	const quota = name === '' ? 'the quota' : `quota ${name}`;
	if (unset.length > 0)
		return [
			`set ${listed(unset.map(({resource}) => resource))} for the containers`,
			'or give them defaults by a LimitRange',
		];
	if (lacks.some(({exceedsAll}) => exceedsAll)) return ['lower the request', `or raise ${quota}`];
	return [`raise ${quota}`, 'or scale down what can be spared in the namespace', 'or lower the requests'];
}
