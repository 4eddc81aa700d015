import type {ClaimRow} from '../../../model/config.ts';
import type {PodRow} from '../../../model/pod.ts';
import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';
import {claimsOf} from '../../storage/claims.ts';

export default defineRule({
	id: 'claim-lost',
	title: 'a PersistentVolumeClaim whose volume is gone',
	why: 'The volume that it was bound to was deleted, and with it the data; pods that mount it cannot start.',
	remedy: 'Restore the volume under its name, or make the claim anew and restore the data.',
	about: 'pods',
	reads: ['pod', 'claim'],
	place: 'cause',
	*find(subject, cluster) {
		const lost = new Map<string, {readonly claim: ClaimRow; readonly pods: PodRow[]}>();
		for (const pod of subject.pods) {
			for (const claim of claimsOf(pod, cluster)) {
				if (claim.phase !== 'Lost') continue;
				const known = lost.get(claim.uid) ?? {claim, pods: []};
				known.pods.push(pod);
				lost.set(claim.uid, known);
			}
		}
		for (const {claim, pods} of lost.values()) {
			const {name, volume, createdAt} = claim;
			yield {
				key: name,
				// While it is mounted, it may work on until the pod restarts.
				verdict: pods.every(({ready}) => ready) ? 'struggling' : 'doomed',
				confidence: 'certain',
				title: `${subject.who} use PersistentVolumeClaim ${name}, whose volume is gone`,
				because:
					volume === ''
						? 'the claim says that it has lost its volume'
						: `PersistentVolume ${volume} does not exist any more`,
				pods,
				affects: [claim],
				evidence: [seenOn(claim, `${name} is Lost${volume === '' ? '' : `, it was bound to ${volume}`}`)],
				since: Math.max(createdAt, Math.min(...pods.map(pod => pod.createdAt))),
				next: [
					'restore the volume under its name',
					'or make the claim anew and restore the data from a backup',
				],
			};
		}
	},
});
