import type {Cluster} from '../../cluster.ts';
import type {Draft} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {seenOn} from '../../evidence.ts';
import {listed} from '../../phrases.ts';
import {claimsOf} from '../../storage/claims.ts';
import type {PodsSubject} from '../../subject.ts';

const GRACE_MS = 60_000;

/**
 * Claims that were deleted while pods use them: they stay until the last of these is gone, and with it the data is. Nothing is broken
 * yet, but the next pod will not get it.
 */
export function* claimsBeingDeleted(subject: PodsSubject, cluster: Cluster): Generator<Draft> {
	const seen = new Set<string>();
	for (const pod of subject.pods) {
		for (const claim of claimsOf(pod, cluster)) {
			const {uid, name, deletedAt, finalizers = []} = claim;
			if (deletedAt === undefined || pod.node === '' || seen.has(uid)) continue;
			seen.add(uid);
			if (!isDue(subject, cluster, deletedAt, GRACE_MS)) continue;
			yield {
				key: `claim/${name}`,
				verdict: 'info',
				confidence: 'certain',
				title: `PersistentVolumeClaim ${name} was deleted, and goes when its pods do`,
				because:
					'a pod that is made after that does not get it; the data goes with it, unless its volume is retained',
				affects: [claim],
				evidence: [seenOn(claim, `${name} is being deleted, finalizers ${listed(finalizers)}`, deletedAt)],
				since: deletedAt,
				next: ['save the data before the pods are replaced'],
			};
		}
	}
}
