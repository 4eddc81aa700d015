import {defineRule} from '../../contract.ts';
import {rollBackFirst} from '../../roll-back.ts';
import {waitsTooLong} from '../../scheduling/patience.ts';
import {afterwords} from '../../scheduling/refusal-words.ts';
import {keptBy} from '../../scheduling/unplaced.ts';
import {onlyNodeOf} from '../../scheduling/node-match.ts';
import {type Unmet, unmetOf} from '../../scheduling/unmet.ts';

export default defineRule({
	id: 'unschedulable-selector',
	title: 'a node selector or node affinity that no node matches',
	why: 'The template asks for nodes with labels that none carries, so its pods wait for ever.',
	remedy: 'Correct the selector, or label the nodes that were meant.',
	about: 'pods',
	reads: ['pod', 'event', 'node', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		const kept = keptBy(subject, cluster, 'selector');
		if (kept === undefined || !waitsTooLong(subject, cluster, kept, true)) return;
		// A DaemonSet's controller takes such a pod away again once it has seen that the node is gone.
		if (subject.object.kind === 'daemonset' && onlyNodeOf(kept.pod.spec) !== undefined) return;
		const unmet = unmetOf(kept.pod.spec, kept.nodes);
		const {wanted, where, instead} = unmet;
		yield {
			verdict: 'doomed',
			confidence: 'certain',
			title:
				wanted === ''
					? `${subject.who} match no node: their ${where} asks for what none has`
					: `${subject.who} match no node: none has ${wanted}`,
			because: [`the ${where} asks for it`, ...(instead === '' ? [] : [instead]), ...afterwords(kept)].join('; '),
			pods: kept.pods,
			evidence: kept.evidence,
			since: kept.since,
			next: [...rollBackFirst(subject), ...remediesOf(unmet)],
		};
	},
});

function remediesOf({where, first}: Unmet): readonly string[] {
	const correct = `correct the ${where} of the template`;
	if (first === undefined || first.isField || first.operator === 'NotIn' || first.operator === 'DoesNotExist')
		return [correct];
	return [correct, `label the node that was meant: kubectl label node NODE ${first.key}=${first.values[0] ?? ''}`];
}
