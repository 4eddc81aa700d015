import {defineRule} from '../../contract.ts';
import {rollBackFirst} from '../../roll-back.ts';
import {isRoomComing} from '../../scheduling/leaving-pods.ts';
import {waitsTooLong} from '../../scheduling/patience.ts';
import {shortageOf} from '../../scheduling/shortage.ts';
import {surgeOf} from '../../scheduling/surge.ts';
import {keptBy} from '../../scheduling/unplaced.ts';
import {becauseOf, remediesOf, titleOf} from './words.ts';

/** What other pods take changes without a word to those that wait. */
const LOOK_MS = 15_000;

export default defineRule({
	id: 'unschedulable-resources',
	title: 'pods that request more CPU, memory or disk than any node has left',
	why: 'The scheduler reckons with requests, not with what is used: a pod whose requests fit on no node waits for ever.',
	remedy: 'Lower the requests, make room, or add nodes.',
	about: 'pods',
	reads: ['pod', 'event', 'node', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		const kept = keptBy(subject, cluster, 'resource');
		if (kept === undefined) return;
		const shortage = shortageOf(kept, cluster);
		if (shortage === undefined || !waitsTooLong(subject, cluster, kept, shortage.fitsNowhere)) return;
		subject.lookAgainAt(cluster.now + LOOK_MS);
		if (!shortage.fitsNowhere) {
			if (surgeOf(subject, kept, cluster) !== undefined || isRoomComing(subject, kept, cluster)) return;
		}
		yield {
			verdict: shortage.fitsNowhere ? 'doomed' : 'struggling',
			confidence: 'certain',
			title: titleOf(subject.who, kept, shortage),
			because: becauseOf(kept, shortage, cluster),
			pods: kept.pods,
			evidence: kept.evidence,
			since: kept.since,
			next: [...rollBackFirst(subject), ...remediesOf(kept, shortage)],
		};
	},
});
