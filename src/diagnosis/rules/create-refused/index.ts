import {defineRule} from '../../contract.ts';
import {afterGrace} from '../../grace.ts';
import {oneLine} from '../../phrases.ts';
import {commonOf, extentOf, type Refusal, refusalOf} from '../../refusal/refusal.ts';
import {rollBackFirst} from '../../roll-back.ts';

/** Whatever it is, it may be over at the next try, which comes within seconds. */
const GRACE_MS = 15_000;

/** A busy API server, or a pod of the same name that is not quite gone, takes longer than that. */
const PASSING_MS = 2 * 60_000;

export default defineRule({
	id: 'create-refused',
	title: 'pods that the API server does not create, for another reason',
	why: 'Their controller tries again at growing distances, and there is no pod that could show a state.',
	remedy: 'Read what the API server says.',
	about: 'pods',
	reads: ['workload', 'revision', 'event', 'job'],
	place: 'cause',
	*find(subject, cluster) {
		const other = refusalOf(subject, cluster, 'other');
		const refusal = other ?? refusalOf(subject, cluster, 'passing');
		if (refusal === undefined) return;
		const runtimeClass = RUNTIME_CLASS.exec(refusal.words)?.groups?.['name'];
		const graceMs = other === undefined ? PASSING_MS : GRACE_MS;
		yield {
			...commonOf(refusal, subject),
			verdict: afterGrace(
				subject,
				cluster,
				refusal.since,
				graceMs,
				runtimeClass === undefined ? 'struggling' : 'doomed',
			),
			title: `${subject.who} cannot be created: ${oneLine(refusal.words, 80)}`,
			because: extentOf(refusal),
			next: [nextOf(refusal, runtimeClass), ...rollBackFirst(subject)],
		};
	},
});

/** Nobody but a person makes one. */
const RUNTIME_CLASS = /RuntimeClass "(?<name>[^"]{1,253})" not found/;

function nextOf({words, creator}: Refusal, runtimeClass: string | undefined): string {
	if (runtimeClass !== undefined) return `create RuntimeClass ${runtimeClass}, or correct runtimeClassName`;
	return `see what ${creator.kind} ${creator.name} is refused: ${oneLine(words, 120)}`;
}
