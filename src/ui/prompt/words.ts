import type {Kind} from '../../kinds/contract.ts';

/** What the prompt needs to know of a kind. */
export type NamedKind = Pick<Kind, 'id' | 'title' | 'plural' | 'objectKind' | 'aliases' | 'namespaced'>;

/** Everything that a command may name. An empty list means that the names are not known: any will do. */
export interface Sources {
	readonly kinds: readonly NamedKind[];
	readonly namespaces: readonly string[];
	readonly contexts: readonly string[];
	readonly services: readonly string[];
}

/** What a command begins with and is no kind. The first word is the one that is completed to. */
export const PLAIN_WORDS = [
	// k9s users mean the list of Service objects by `services` seldom: `svc` is that, and `service`.
	{to: 'home', words: ['home', 'services'], title: 'the home screen'},
	{to: 'contexts', words: ['ctx', 'context', 'contexts'], title: 'contexts; ctx NAME switches', takes: 'contexts'},
	{
		to: 'findings',
		words: ['findings', 'why'],
		title: 'all that is wrong; why NAME: of one service',
		takes: 'services',
	},
	{
		to: 'requests',
		words: ['requests', 'routes'],
		title: 'how slow and how wrong the requests of a service are',
		takes: 'services',
	},
	{
		to: 'databases',
		words: ['databases', 'database', 'db'],
		title: 'connections against what the database allows; db NAME: of the one that a service uses',
		takes: 'services',
	},
	{to: 'rollout', words: ['rollout'], title: 'the rollout of a service, pod by pod', takes: 'services'},
	{to: 'timing', words: ['timing'], title: 'what makes a log tell how long requests take', takes: 'services'},
	{to: 'timeline', words: ['timeline'], title: 'what happened; timeline NAME: to one service', takes: 'services'},
	{to: 'help', words: ['help', 'h', '?'], title: 'the keys of this view'},
	{to: 'quit', words: ['quit', 'q', 'q!', 'exit'], title: 'quit'},
] as const satisfies readonly {
	readonly to: string;
	readonly words: readonly string[];
	readonly title: string;
	/** The names of what may stand behind it. */
	readonly takes?: 'contexts' | 'services';
}[];

export type PlainWord = (typeof PLAIN_WORDS)[number];

/** Its words, the one to show first. */
export function wordsOf(kind: NamedKind): readonly string[] {
	return [kind.plural, kind.id, ...kind.aliases, kind.objectKind.toLowerCase()];
}

/** The kind or plain word that a command's first word means, ignoring case. */
export function targetOf(word: string, kinds: readonly NamedKind[]): PlainWord | NamedKind | undefined {
	const wanted = word.toLowerCase();
	return (
		PLAIN_WORDS.find(({words}) => words.some(known => known === wanted)) ??
		kinds.find(kind => wordsOf(kind).includes(wanted))
	);
}
