import {defineRule} from '../../contract.ts';
import {listed} from '../../phrases.ts';
import {commonOf, extentOf, refusalOf} from '../../refusal/refusal.ts';
import {rollBackFirst} from '../../roll-back.ts';
import {parseViolations} from './parse-violations.ts';

export default defineRule({
	id: 'pod-security-violated',
	title: 'pods that the security level of the namespace does not admit',
	why: 'The API server refuses each of them until the template or the level changes.',
	remedy: 'Set what the level demands in the security context, or roll back.',
	about: 'pods',
	reads: ['workload', 'revision', 'event', 'job'],
	place: 'cause',
	*find(subject, cluster) {
		const refusal = refusalOf(subject, cluster, 'pod-security');
		if (refusal === undefined) return;
		const {level, violations} = parseViolations(refusal.words);
		const demands = violations.flatMap(({demand}) => (demand === '' ? [] : demand));
		yield {
			...commonOf(refusal, subject),
			verdict: 'doomed',
			title: `${subject.who} cannot be created: they violate ${level}`,
			because: [
				extentOf(refusal),
				...(violations.length === 0
					? []
					: [
							listed(
								violations.map(({what}) => what),
								6,
							),
						]),
			].join('; '),
			next: [
				...rollBackFirst(subject),
				...(demands.length === 0 ? ['set the security context as it demands'] : demands.slice(0, 5)),
			],
		};
	},
});
