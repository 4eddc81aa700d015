import {formatAge} from '../lib/age.ts';
import type {Tone} from '../kinds/contract.ts';
import {kindById} from '../kinds/lookup.ts';
import type {Entry, Word} from './contract.ts';
import type {Known} from './known.ts';

/** A text of one tone, or what is made of several already. */
export type Said = string | Word | readonly Word[];

export function word(text: string, tone?: Tone): Word {
	return tone === undefined ? {text} : {text, tone};
}

/** A line with its label; `said` is one text, or words. */
export function entry(label: string, said: Said): Entry {
	return {label, words: wordsOf(said)};
}

/** The parts with ` · ` between them; what is empty is left out. */
export function listed(parts: readonly Said[]): readonly Word[] {
	const told = parts.map(wordsOf).filter(words => words.some(({text, mark}) => text !== '' || mark !== undefined));
	return told.flatMap((words, index) => (index === 0 ? words : [SEPARATOR, ...words]));
}

/** At most so many, and a last line that says how many are left out. */
export function atMost<Item>(
	items: readonly Item[],
	max: number,
	toEntry: (item: Item, index: number) => Entry,
): readonly Entry[] {
	const shown = items.slice(0, max).map(toEntry);
	const left = items.length - shown.length;
	return left === 0 ? shown : [...shown, entry('', word(`and ${left} more`, 'muted'))];
}

/** Columns are no wider than their longest text, and texts that are longer than most push what is right of them. */
export function columnCells(texts: Iterable<string>, max = 44): number {
	let longest = 0;
	for (const text of texts) longest = Math.max(longest, text.length);
	return Math.min(longest, max) + 2;
}

/** `3m ago`; nothing for a time that is not known. */
export function ago(at: number | undefined, {now}: Pick<Known, 'now'>): string {
	return at === undefined || at === 0 ? '' : `${formatAge(now - at)} ago`;
}

/** `Deployment api` */
export function nameOf({kind, name}: {readonly kind: string; readonly name: string}): string {
	return `${kindById(kind)?.objectKind ?? kind} ${name}`;
}

/** `1 pod`, `3 pods`. */
export function count(number: number, one: string, many = `${one}s`): string {
	return `${number} ${number === 1 ? one : many}`;
}

const SEPARATOR: Word = {text: ' · ', tone: 'muted'};

function wordsOf(said: Said): readonly Word[] {
	if (typeof said === 'string') return [{text: said}];
	return 'text' in said ? [said] : said;
}
