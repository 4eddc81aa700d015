import {defineRule} from '../../contract.ts';
import {oneLine} from '../../phrases.ts';
import {commonOf, extentOf, refusalOf} from '../../refusal/refusal.ts';
import {rollBackFirst} from '../../roll-back.ts';

export default defineRule({
	id: 'webhook-denied',
	title: 'pods that an admission webhook or policy denies',
	why: 'A policy of the cluster does not admit them, and will not as long as they are made from this template.',
	remedy: 'Do what the policy says, have it changed, or roll back.',
	about: 'pods',
	reads: ['workload', 'revision', 'event', 'job'],
	place: 'cause',
	*find(subject, cluster) {
		const refusal = refusalOf(subject, cluster, 'webhook-denied');
		if (refusal === undefined) return;
		const {name, says} = denialOf(refusal.words);
		yield {
			...commonOf(refusal, subject),
			key: name,
			verdict: 'doomed',
			title: `${subject.who} cannot be created: ${name} denies them`,
			because: [extentOf(refusal), says === '' ? 'it does not say why' : oneLine(says, 300)].join('; '),
			next: [...rollBackFirst(subject), `do what ${name} demands, or have it changed`],
		};
	},
});

/** `admission webhook "w" denied the request: text`, `ValidatingAdmissionPolicy 'p' with binding 'b' denied request: text`. */
function denialOf(words: string): {readonly name: string; readonly says: string} {
	const webhook = /admission webhook "(?<name>[^"]{1,300})" denied the request(?:: | without explanation)?/.exec(
		words,
	);
	const policy = /ValidatingAdmissionPolicy '(?<name>[^']{1,300})'[^:]{0,400}denied request: /.exec(words);
	const match = webhook ?? policy;
	if (match === null) return {name: 'an admission policy', says: words};
	const name = oneLine(match.groups?.['name'] ?? '', 60);
	return {
		name: `${webhook === null ? 'policy' : 'webhook'} ${name}`,
		says: words.slice(match.index + match[0].length),
	};
}
