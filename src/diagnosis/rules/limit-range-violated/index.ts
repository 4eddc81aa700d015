import {defineRule} from '../../contract.ts';
import {listed, oneLine} from '../../phrases.ts';
import {commonOf, extentOf, refusalOf} from '../../refusal/refusal.ts';
import {rollBackFirst} from '../../roll-back.ts';

export default defineRule({
	id: 'limit-range-violated',
	title: 'pods whose requests or limits are outside the limit range of the namespace',
	why: 'The API server refuses each of them until the template or the LimitRange changes.',
	remedy: 'Change requests and limits, or the LimitRange, or roll back.',
	about: 'pods',
	reads: ['workload', 'revision', 'event', 'job'],
	place: 'cause',
	*find(subject, cluster) {
		const refusal = refusalOf(subject, cluster, 'limit-range');
		if (refusal === undefined) return;
		const violations = violationsOf(refusal.words);
		yield {
			...commonOf(refusal, subject),
			verdict: 'doomed',
			title: `${subject.who} cannot be created: ${oneLine(violations[0] ?? refusal.words, 80)}`,
			because: [
				extentOf(refusal),
				...(violations.length > 1 ? [`also ${listed(violations.slice(1), 3)}`] : []),
			].join('; '),
			next: [
				...rollBackFirst(subject),
				'change requests and limits of the containers',
				'or change the LimitRange',
			],
		};
	},
});

/** `maximum cpu usage per Container is 1, but limit is 2`, `minimum … No request is specified`; several in brackets. */
const VIOLATION =
	/(?:(?:maximum|minimum) \S{1,100} usage per \w{1,30} is [\w.]{0,40}\w|\S{1,100} max limit to request ratio per \w{1,30} is [\w.]{0,40}\w)(?:, but [^,\]]{1,100}|\. No \w{1,20} is specified)?/g;

function violationsOf(words: string): readonly string[] {
	return (words.match(VIOLATION) ?? []).slice(0, 10).map(violation => violation.replace(/\.$/, ''));
}
