import {defineRule} from '../../contract.ts';
import {stuckBy} from '../../scheduling/stuck.ts';
import {besides} from '../../scheduling/refusal-words.ts';
import {spreadFault} from './fault.ts';

export default defineRule({
	id: 'unschedulable-spread',
	title: 'pods that must keep apart, or together, or be spread, where that is not possible',
	why: 'Affinity between pods and topology spread are rules that the scheduler does not break, even for the last pod.',
	remedy: 'Run fewer pods, add nodes, or make the rule a preference.',
	about: 'pods',
	reads: ['pod', 'event', 'node', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		const kept = stuckBy(subject, cluster, 'spread');
		if (kept === undefined) return;
		const {title, because, next} = spreadFault(subject, kept, cluster);
		yield {
			verdict: 'struggling',
			confidence: 'certain',
			title: `${subject.who} ${title}`,
			because: [...because, ...besides(kept)].join('; '),
			pods: kept.pods,
			evidence: kept.evidence,
			since: kept.since,
			next,
		};
	},
});
