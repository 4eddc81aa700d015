import {defineRule} from '../../contract.ts';
import {afterGrace} from '../../grace.ts';
import {commonOf, extentOf, refusalOf} from '../../refusal/refusal.ts';
import {rollBackFirst} from '../../roll-back.ts';

/** What is applied together comes within seconds. */
const GRACE_MS = 10_000;

export default defineRule({
	id: 'priority-class-missing',
	title: 'pods whose priority class does not exist',
	why: 'The API server creates no pod of a class that is not there.',
	remedy: 'Create the PriorityClass, correct its name, or roll back.',
	about: 'pods',
	reads: ['workload', 'revision', 'event', 'job'],
	place: 'cause',
	*find(subject, cluster) {
		const refusal = refusalOf(subject, cluster, 'priority-class');
		if (refusal === undefined) return;
		const name = /PriorityClass with name (?<name>\S{1,253})/i.exec(refusal.words)?.groups?.['name'] ?? '';
		yield {
			...commonOf(refusal, subject),
			key: name,
			verdict: afterGrace(subject, cluster, refusal.since, GRACE_MS, 'doomed'),
			title: `${subject.who} cannot be created: there is no priority class ${name}`,
			because: extentOf(refusal),
			next: [...rollBackFirst(subject), `create PriorityClass ${name}, or correct priorityClassName`],
		};
	},
});
