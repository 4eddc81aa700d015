import {defineRule} from '../../contract.ts';
import {listed, oneLine} from '../../phrases.ts';
import {commonOf, extentOf, refusalOf} from '../../refusal/refusal.ts';
import {rollBackFirst} from '../../roll-back.ts';

export default defineRule({
	id: 'invalid-pod',
	title: 'a template that makes no valid pod',
	why: 'The API server refuses a field of each pod that is made from it.',
	remedy: 'Correct the field in the template, or roll back.',
	about: 'pods',
	reads: ['workload', 'revision', 'event', 'job'],
	place: 'cause',
	*find(subject, cluster) {
		const refusal = refusalOf(subject, cluster, 'invalid');
		if (refusal === undefined) return;
		const faults = faultsOf(refusal.words);
		const [first] = faults;
		yield {
			...commonOf(refusal, subject),
			key: first?.field ?? '',
			verdict: 'doomed',
			title: `${subject.who} cannot be created: ${first === undefined ? 'they are not valid' : `${oneLine(first.field, 60)} is not valid`}`,
			because: [
				extentOf(refusal),
				first === undefined ? oneLine(refusal.words, 200) : oneLine(first.words, 200),
				...(faults.length > 1
					? [
							`also ${listed(
								faults.slice(1).map(({field}) => field),
								4,
							)}`,
						]
					: []),
			].join('; '),
			next: [
				...rollBackFirst(subject),
				`correct ${first === undefined ? 'the template' : first.field} in the template`,
			],
		};
	},
});

/** `Pod "x" is invalid: spec.containers[0].image: Required value`, several in brackets. */
function faultsOf(words: string): readonly {readonly field: string; readonly words: string}[] {
	const start = words.indexOf(' is invalid: ') + ' is invalid: '.length;
	const list = words
		.slice(start, start + 2000)
		.replace(/^\[/, '')
		.replace(/\]$/, '');
	return list.split(/, (?=[a-z][\w.[\]]{0,100}: [A-Z])/, FAULTS_MAX).flatMap(part => {
		const colon = part.indexOf(': ');
		return colon < 1 ? [] : {field: part.slice(0, colon), words: part.slice(colon + 2)};
	});
}

/** One is enough to act on. */
const FAULTS_MAX = 8;
