import {defineRule} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {heardOf, seenOn} from '../../evidence.ts';
import {listed, quoted} from '../../phrases.ts';
import {rollBackFirst} from '../../roll-back.ts';
import {isUnplaced, waitsSince} from '../../scheduling/unplaced.ts';
import {claimNamesOf, claimWords} from '../../storage/claims.ts';
import type {UnboundClaim} from '../../storage/unbound-claim.ts';
import {waitingForClaims} from './waiting.ts';
import {faultWords} from './words.ts';

/** A storage class does not come by itself; disks of clouds are made within half a minute, and their makers answer within one. */
const GRACE_MS: Readonly<Record<UnboundClaim['fault'], number>> = {
	'class-missing': 5000,
	'no-class': 10_000,
	failed: 30_000,
	unanswered: 60_000,
	none: 60_000,
	unknown: 30_000,
};

export default defineRule({
	id: 'claim-unbound',
	title: 'a PersistentVolumeClaim that gets no volume',
	why: 'Its storage class does not exist, its provisioner fails, or no volume fits; its pods are not placed before it is bound.',
	remedy: 'Correct the storage class of the claim, look at the provisioner, or make a volume.',
	about: 'pods',
	reads: ['pod', 'event', 'claim', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		if (!subject.pods.some(isUnplaced)) return;
		for (const {key, fault, pods, unbound, words, evidence} of waitingForClaims(subject, cluster)) {
			const since = Math.min(...pods.map(waitsSince));
			if (!isDue(subject, cluster, since, GRACE_MS[fault])) continue;
			const [first] = unbound;
			const named = unbound.length > 0 ? unbound.map(({claim}) => claim.name) : pods.flatMap(claimNamesOf);
			const names = [...new Set(named)].toSorted();
			const {why, because, next} = faultWords(first, words, cluster);
			const heard = unbound.flatMap(({claim, event}) =>
				event ? [heardOf(event, claim, quoted(event.message))] : [],
			);
			yield {
				key,
				verdict: key === '' ? 'struggling' : 'doomed',
				confidence: 'certain',
				title: `${subject.who} wait for ${claimWords(listed(names, 2), names.length)}, not bound yet${why}`,
				because,
				pods,
				affects: unbound.map(({claim}) => claim),
				evidence: [
					...heard.slice(0, 2),
					...(first === undefined
						? []
						: [seenOn(first.claim, `${first.claim.name} is ${first.claim.phase}`)]),
					...evidence,
				],
				since,
				next: [...rollBackFirst(subject), ...next],
			};
		}
	},
});
