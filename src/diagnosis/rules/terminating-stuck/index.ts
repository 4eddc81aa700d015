import {defineRule} from '../../contract.ts';
import {claimsBeingDeleted} from './claims.ts';
import {ownerStuck} from './owner.ts';
import {stuckPods} from './pods.ts';

export default defineRule({
	id: 'terminating-stuck',
	title: 'something that was deleted and does not go',
	why: 'It waits for a finalizer that nobody takes away, for a hook that does not end, or for a node that does not answer.',
	remedy: 'Look at who should take the finalizer away; taking it away by hand skips what it is for.',
	about: 'pods',
	reads: ['pod', 'event', 'workload', 'job', 'node', 'claim'],
	place: 'cause',
	*find(subject, cluster) {
		yield* stuckPods(subject, cluster);
		yield* ownerStuck(subject, cluster);
		yield* claimsBeingDeleted(subject, cluster);
	},
});
