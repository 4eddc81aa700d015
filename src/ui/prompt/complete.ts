import type {LineEdit} from '../view.ts';
import {PLAIN_WORDS, targetOf, wordsOf, type Sources} from './words.ts';

/** One way to go on with the word before the cursor. */
export interface Candidate {
	readonly word: string;
	/** What it is, in a few words. */
	readonly title: string;
	/** What is missing of it, shown as a ghost behind the cursor; empty when it does not begin with what was typed. */
	readonly rest: string;
	/** The line once it is taken. */
	readonly line: LineEdit;
}

interface Offer {
	/** The first that fits is offered. */
	readonly words: readonly string[];
	readonly title: string;
}

/** More is no help; a list this long is scrolled by typing a letter. */
const CANDIDATES_MAX = 50;

/** Words for the place before the cursor: what is so named first, then what begins so, then what contains it. */
export function complete({text, cursor}: LineEdit, sources: Sources): readonly Candidate[] {
	const start = text.slice(0, cursor).search(/\S*$/);
	const typed = text.slice(start, cursor);
	const wanted = typed.toLowerCase();
	const ranked = offersFor(text.slice(0, start).trim(), typed, sources).flatMap(({words, title}) => {
		const word =
			words.find(candidate => candidate.startsWith(wanted)) ??
			words.find(candidate => candidate.includes(wanted));
		if (word === undefined) return [];
		const rank = words.includes(wanted) ? 0 : word.startsWith(wanted) ? 1 : 2;
		return [{rank, word, title}];
	});
	return ranked
		.toSorted((a, b) => a.rank - b.rank)
		.slice(0, CANDIDATES_MAX)
		.map(({rank, word, title}) => ({
			word,
			title,
			rest: rank === 2 ? '' : word.slice(typed.length),
			line: {text: text.slice(0, start) + word + text.slice(cursor), cursor: start + word.length},
		}));
}

/** The rest of the first candidate, when the cursor is at the end and there is a beginning to complete. */
export function ghostOf({text, cursor}: LineEdit, candidates: readonly Candidate[]): string {
	return cursor < text.length || /(?:^|\s)$/.test(text) ? '' : (candidates[0]?.rest ?? '');
}

function offersFor(before: string, typed: string, sources: Sources): readonly Offer[] {
	if (typed.startsWith('@')) return sources.contexts.map(name => ({words: [`@${name}`], title: 'context'}));
	if (before === '') return firstWords(sources);
	const target = targetOf(before.split(/\s+/)[0] ?? '', sources.kinds);
	if (target === undefined) return [];
	if ('to' in target) return 'takes' in target ? named(sources[target.takes], NAMES[target.takes]) : [];
	return target.namespaced || target.id === 'namespace' ? named(sources.namespaces, 'namespace') : [];
}

const NAMES = {contexts: 'context', services: 'service'} as const;

function firstWords({kinds}: Sources): readonly Offer[] {
	// A kind is not offered by a word that means something else.
	return [
		...PLAIN_WORDS,
		...kinds.map(kind => ({
			words: wordsOf(kind).filter(word => targetOf(word, kinds) === kind),
			title: kind.title,
		})),
	];
}

function named(names: readonly string[], title: string): readonly Offer[] {
	return names.map(name => ({words: [name], title}));
}
