import {nearest} from '../../lib/nearest.ts';
import {PLAIN_WORDS, targetOf, wordsOf, type NamedKind, type PlainWord, type Sources} from './words.ts';

/** What was typed after `:`, understood. */
export type Command =
	| ListCommand
	| {readonly to: 'namespace'; readonly namespace: string}
	| {readonly to: 'context'; readonly context: string}
	/** With the name of a service behind it, or without. */
	| {readonly to: ServiceWord; readonly service?: string}
	| {readonly to: PlainWord['to']};

/** Words that may have the name of a service behind them. */
type ServiceWord = Extract<PlainWord, {readonly takes: 'services'}>['to'];

export interface ListCommand {
	readonly to: 'list';
	/** Id on the shelf of kinds. */
	readonly kind: string;
	/** Empty for all of them. Without it, the one that is shown. */
	readonly namespace?: string;
	/** As typed after `/`. */
	readonly filter?: string;
	/** A label selector: `a=b,c!=d`. */
	readonly labels?: string;
	readonly context?: string;
}

export interface Problem {
	/** One sentence for the prompt. */
	readonly problem: string;
}

/**
 * k9s's grammar: a resource (plural, id, short name), then in any order a namespace, `/filter`, labels `a=b`, `@context`;
 * `-A` or `all` for all namespaces, `-n NAME` as in kubectl. Or `ns NAME`, `ctx NAME`, `@context` alone, or a plain word.
 */
export function parseCommand(text: string, sources: Sources): Command | Problem {
	const [first, ...rest] = tokensOf(text);
	if (first === undefined) return {problem: 'type what to show: pods, deployments, ns NAME, ctx NAME'};
	if (first.startsWith('@')) return rest.length > 0 ? surplus(first) : contextCommand(first.slice(1), sources);
	const target = targetOf(first, sources.kinds);
	if (target === undefined) return unknown('there is no', first, allWords(sources));
	if ('to' in target) return plainCommand(target, first, rest, sources);
	const found = parseArguments(target, rest, sources);
	if ('problem' in found) return found;
	const {namespace, ...others} = found;
	if (target.id === 'namespace' && namespace !== undefined && Object.keys(others).length === 0)
		return {to: 'namespace', namespace};
	return target.namespaced || namespace === undefined
		? {to: 'list', kind: target.id, ...found}
		: {problem: `${target.title} live outside namespaces: leave out \`${namespace === '' ? '-A' : namespace}\``};
}

/** Split at blanks; `-n`, `/-f` and `/-l` take the next one with them. */
function tokensOf(text: string): readonly string[] {
	return text.trim().match(/(?:-n|\/-[fl])\s+\S+|\S+/g) ?? [];
}

function plainCommand(word: PlainWord, typed: string, rest: readonly string[], sources: Sources): Command | Problem {
	const [argument, ...more] = rest;
	if (argument === undefined) return {to: word.to};
	if (more.length > 0 || !('takes' in word)) return surplus(typed);
	return word.to === 'contexts' ? contextCommand(argument, sources) : serviceCommand(word.to, argument, sources);
}

function serviceCommand(to: ServiceWord, name: string, {services}: Sources): Command | Problem {
	return missingFrom(services, name) ? unknown('there is no service', name, services) : {to, service: name};
}

function surplus(typed: string): Problem {
	return {problem: `\`${typed}\` takes nothing behind it here`};
}

function contextCommand(name: string, {contexts}: Sources): Command | Problem {
	return missingFrom(contexts, name)
		? unknown('there is no context', name, contexts)
		: {to: 'context', context: name};
}

function unknown(what: string, word: string, words: readonly string[]): Problem {
	const meant = nearest(word, words);
	return {problem: `${what} \`${word}\`${meant === undefined ? '' : `: did you mean \`${meant}\`?`}`};
}

function allWords({kinds}: Sources): readonly string[] {
	return [...kinds.flatMap(wordsOf), ...PLAIN_WORDS.flatMap(({words}) => words)];
}

function missingFrom(known: readonly string[], name: string): boolean {
	return known.length > 0 && !known.includes(name);
}

type Found = Omit<ListCommand, 'to' | 'kind'>;

function parseArguments(kind: NamedKind, tokens: readonly string[], sources: Sources): Found | Problem {
	let found: Found = {};
	for (const token of tokens) {
		const next = parseArgument(kind, token, sources);
		if ('problem' in next) return next;
		const labels = [found.labels, next.labels].filter(text => text !== undefined).join(',');
		const twice = Object.keys(next).find(key => key !== 'labels' && Object.hasOwn(found, key));
		if (twice !== undefined) return {problem: `\`${token}\`: one ${twice} is enough`};
		found = labels === '' ? {...found, ...next} : {...found, ...next, labels};
	}
	return found;
}

function parseArgument(kind: NamedKind, token: string, {namespaces, contexts}: Sources): Found | Problem {
	if (token.startsWith('/')) return token === '/' ? {} : {filter: token.slice(1).replace(/\s+/, ' ')};
	if (token.startsWith('@')) {
		const context = token.slice(1);
		return missingFrom(contexts, context) ? unknown('there is no context', context, contexts) : {context};
	}
	if (token === '-A' || token === '--all-namespaces' || token === 'all') return {namespace: ''};
	if (/^[^=]+=/.test(token)) return {labels: token};
	const namespace = token.replace(/^-n\s+/, '');
	// RFC 1123 label: what the API server accepts as the name of a namespace.
	if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(namespace)) {
		return {
			problem: `\`${namespace}\` is no namespace: after ${kind.title} come a namespace, /filter, label=value, @context`,
		};
	}
	// Of a kind outside namespaces it is said that it takes none, whatever the name.
	const mustExist = kind.namespaced || kind.id === 'namespace';
	return mustExist && missingFrom(namespaces, namespace)
		? unknown('there is no namespace', namespace, namespaces)
		: {namespace};
}
