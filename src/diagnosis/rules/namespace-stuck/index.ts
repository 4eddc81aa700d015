import type {Condition} from '../../../model/row.ts';
import {defineRule} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {seenOn} from '../../evidence.ts';
import {oneLine, quoted} from '../../phrases.ts';

/** What is inside ends first, with the grace that it has. */
const GRACE_MS = 3 * 60_000;

export default defineRule({
	id: 'namespace-stuck',
	title: 'a namespace that was deleted and does not go',
	why: 'Something inside does not end, or an API that may have objects in it does not answer.',
	remedy: 'Look at what is left inside and at its finalizers.',
	about: 'namespace',
	reads: ['namespace'],
	place: 'cause',
	*find(subject, cluster) {
		const {object} = subject;
		const {name, deletedAt, conditions} = object;
		if (deletedAt === undefined || (cluster.scope !== '' && cluster.scope !== name)) return;
		if (!isDue(subject, cluster, deletedAt, GRACE_MS)) return;
		const told = conditions.filter(({status}) => status === 'True').toSorted(compare);
		yield {
			verdict: 'struggling',
			confidence: 'certain',
			title: `Namespace ${name} was deleted and does not go${told[0] === undefined ? '' : `: ${WORDS[told[0].type] ?? told[0].type}`}`,
			because: told
				.slice(0, 2)
				.map(({message}) => oneLine(message, 160))
				.join('; '),
			evidence: [
				...told.map(({type, message, since}) => seenOn(object, `${type}: ${quoted(message)}`, since)),
				seenOn(object, `${name} is ${object.status}`, deletedAt),
			],
			since: deletedAt,
			next: ['look at what is left inside, and whether the controllers of its finalizers run'],
		};
	},
});

/** The most telling first (kubernetes `pkg/controller/namespace/deletion`). */
const ORDER = [
	'NamespaceFinalizersRemaining',
	'NamespaceDeletionDiscoveryFailure',
	'NamespaceDeletionGroupVersionParsingFailure',
	'NamespaceDeletionContentFailure',
	'NamespaceContentRemaining',
];

const WORDS: Readonly<Record<string, string>> = {
	NamespaceFinalizersRemaining: 'finalizers inside are not taken away',
	NamespaceDeletionDiscoveryFailure: 'an API of the cluster does not answer',
	NamespaceDeletionGroupVersionParsingFailure: 'an API of the cluster cannot be read',
	NamespaceDeletionContentFailure: 'something inside cannot be deleted',
	NamespaceContentRemaining: 'something inside is left',
};

function compare(a: Condition, b: Condition): number {
	return rank(a) - rank(b);
}

function rank({type}: Condition): number {
	const index = ORDER.indexOf(type);
	return index === -1 ? ORDER.length : index;
}
