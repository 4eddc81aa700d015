import {defineRule} from '../../contract.ts';
import {listed, oneLine} from '../../phrases.ts';
import {resourceWords} from '../../scheduling/amounts.ts';
import {lackedBy} from '../../scheduling/refusal-words.ts';
import {PATIENCE_MS} from '../../scheduling/scale-up.ts';
import {unplacedPods} from '../../scheduling/unplaced.ts';

export default defineRule({
	id: 'scale-up-coming',
	title: 'pods that wait for a node which an autoscaler is adding',
	why: 'Nothing is wrong: machines take minutes to come, and the pods are placed when one is there.',
	remedy: 'Wait some minutes; after ten it counts as a lack of room again.',
	about: 'pods',
	reads: ['pod', 'event', 'node'],
	place: 'cause',
	*find(subject, cluster) {
		for (const {obstacle, scaleUp, pods, evidence, fit} of unplacedPods(subject, cluster)) {
			if (scaleUp?.state !== 'coming') continue;
			const {event, words} = scaleUp;
			subject.lookAgainAt(event.lastAt + PATIENCE_MS);
			const short = lackedBy(fit).map(resourceWords);
			yield {
				key: obstacle,
				verdict: 'progressing',
				confidence: 'certain',
				title: `${subject.who} wait for a node that is being added`,
				because: [
					...(words === '' ? [] : [`the autoscaler says ${oneLine(words, 120)}`]),
					...(short.length === 0 ? [] : [`the nodes there are lack ${listed(short)}`]),
				].join('; '),
				pods,
				evidence: evidence.toReversed(),
				since: event.firstAt,
				next: ['wait: a node takes some minutes'],
			};
		}
	},
});
