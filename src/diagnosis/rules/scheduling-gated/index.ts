import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';
import {listed} from '../../phrases.ts';

export default defineRule({
	id: 'scheduling-gated',
	title: 'pods that are held back before they are scheduled',
	why: 'A controller such as a queue wants to let them pass first: that is no fault, but it explains why they wait.',
	remedy: 'Wait for whoever holds the gate, or look at what it waits for.',
	about: 'pods',
	reads: ['pod'],
	place: 'cause',
	*find(subject) {
		if (!subject.pods.some(({status}) => status === 'SchedulingGated')) return;
		const pods = subject.pods.filter(({status}) => status === 'SchedulingGated');
		const gates = [...new Set(pods.flatMap(({spec}) => spec.placement.gates))];
		const [first] = pods;
		if (first === undefined) return;
		yield {
			verdict: 'info',
			confidence: 'certain',
			title: `${subject.who} are held back by ${gates.length === 0 ? 'scheduling gates' : listed(gates, 2)}`,
			because: 'the scheduler leaves them alone until whoever set the gate takes it away',
			pods,
			evidence: [seenOn(first, `SchedulingGated: ${listed(gates)}`, first.createdAt)],
			since: Math.min(...pods.map(({createdAt}) => createdAt)),
			next: [],
		};
	},
});
