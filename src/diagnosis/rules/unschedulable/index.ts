import {defineRule} from '../../contract.ts';
import {oneLine} from '../../phrases.ts';
import {waitsTooLong} from '../../scheduling/patience.ts';
import {besides} from '../../scheduling/refusal-words.ts';
import {keptBy} from '../../scheduling/unplaced.ts';

export default defineRule({
	id: 'unschedulable',
	title: 'pods that find no node for a reason that no other rule knows',
	why: 'The scheduler, or a plugin of it, refuses every node, and the pods wait.',
	remedy: 'Its own words are the best that there is.',
	about: 'pods',
	reads: ['pod', 'event', 'node', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		const kept = keptBy(subject, cluster, 'other');
		if (kept === undefined || !waitsTooLong(subject, cluster, kept, false)) return;
		const words = kept.fit.refusals.find(({obstacle}) => obstacle === 'other')?.text ?? '';
		yield {
			verdict: 'struggling',
			confidence: 'certain',
			title: `${subject.who} find no node: ${oneLine(words, 80)}`.replace(/[.…]+$/, ''),
			because: besides(kept).join('; '),
			pods: kept.pods,
			evidence: kept.evidence,
			since: kept.since,
			next: ['look at the events of the pod'],
		};
	},
});
