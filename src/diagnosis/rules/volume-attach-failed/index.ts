import type {EventRow} from '../../../model/event.ts';
import type {PodRow} from '../../../model/pod.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {isBeingCreated} from '../../creation/being-created.ts';
import {isDue} from '../../due.ts';
import {heardOf} from '../../evidence.ts';
import {oneLine, quoted} from '../../phrases.ts';
import {claimNamesOf, claimsOf, claimWords} from '../../storage/claims.ts';
import {unresolved} from '../../storage/mount-trouble.ts';
import type {PodsSubject} from '../../subject.ts';
import {holderOf} from './holder.ts';

/** When a pod moves, its disk is taken from one node and given to the other: that takes up to a minute, sometimes more. */
const GRACE_MS = 90_000;

export default defineRule({
	id: 'volume-attach-failed',
	title: 'a volume that cannot be attached to the node of its pod',
	why: 'Most disks can be on one node only, and the containers are not created before theirs is there.',
	remedy: 'Let the pod that holds it end first (strategy Recreate), or look at the storage driver.',
	about: 'pods',
	reads: ['pod', 'event', 'claim', 'node'],
	place: 'cause',
	*find(subject, cluster) {
		for (const {pod, pods, event, claim, volume} of failedAttachments(subject, cluster)) {
			if (!isDue(subject, cluster, event.firstAt, GRACE_MS)) continue;
			const holder = /multi-attach/i.test(event.message)
				? holderOf(pod, claim, event.message, cluster)
				: undefined;
			const what = claim === '' ? `volume ${volume}` : claimWords(claim, 1);
			yield {
				key: claim || volume,
				verdict: 'struggling',
				confidence: 'certain',
				title: `${subject.who} wait for ${what}, which ${holder?.title ?? `cannot be attached to ${pod.node}`}`,
				because: holder?.because ?? oneLine(event.message, 160),
				pods,
				evidence: [heardOf(event, pod, quoted(event.message))],
				since: event.firstAt,
				follows: holder?.follows ?? [],
				next: holder?.next ?? ['look at the storage driver and at what the cloud says of the disk'],
			};
		}
	},
});

interface FailedAttachment {
	readonly pod: PodRow;
	readonly pods: PodRow[];
	readonly event: EventRow;
	/** Empty when the volume is none of the pod's claims. */
	readonly claim: string;
	readonly volume: string;
}

function failedAttachments(subject: PodsSubject, cluster: Cluster): Iterable<FailedAttachment> {
	const failed = new Map<string, FailedAttachment>();
	for (const pod of subject.pods) {
		if (!isBeingCreated(pod)) continue;
		const event = unresolved(pod, 'FailedAttachVolume', cluster);
		if (event === undefined) continue;
		const volume = /volume "(?<name>[^"]{1,253})"/.exec(event.message)?.groups?.['name'] ?? '';
		const names = claimNamesOf(pod);
		const known = claimsOf(pod, cluster).find(one => one.volume === volume)?.name;
		const claim = known ?? (names.length === 1 ? (names[0] ?? '') : '');
		const one = failed.get(`${claim}/${volume}`) ?? {pod, pods: [], event, claim, volume};
		one.pods.push(pod);
		failed.set(`${claim}/${volume}`, one);
	}
	return failed.values();
}
