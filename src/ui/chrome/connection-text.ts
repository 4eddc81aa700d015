import {formatAge} from '../../lib/age.ts';
import type {Connection} from '../../session/connection.ts';
import type {World} from '../../session/world.ts';
import type {Span, Style} from '../../terminal/line.ts';
import {cut} from '../../terminal/width.ts';
import type {Theme} from '../theme/theme.ts';

/** What the right end of the header says: whether what is shown is alive, and if not why, since when, and when it will be tried again. */
export interface ConnectionWords {
	/** Always said, `tail` at its end. */
	readonly head: string;
	readonly tail: string;
	readonly style: Style | undefined;
	/** The fault in its own words, for between head and tail; empty when its class says it all. */
	readonly detail: string;
	/** What cannot be seen; empty when all is. */
	readonly aside: string;
}

export function connectionWords(world: World, theme: Theme): ConnectionWords {
	const {connection} = world;
	const {connection: glyphs} = theme.glyphs;
	const words = {tail: '', style: undefined, detail: '', aside: blindWords(world)};
	switch (connection.phase) {
		case 'connecting':
			return {...words, head: `${glyphs.partial} connecting`};
		case 'listing':
			return {...words, head: `${glyphs.partial} ${listingWords(connection)}`};
		case 'trouble':
			return {...words, ...troubleWords(connection, world.now, theme), aside: ''};
		case 'live':
			return {...words, head: `${glyphs.live} live`, style: theme.tones.healthy};
	}
}

/** @param detailCells so many cells of the detail are shown */
export function connectionSpans(
	{head, tail, style, detail, aside}: ConnectionWords,
	detailCells: number,
	{tones, glyphs}: Theme,
): readonly Span[] {
	const shown = cut(detail, detailCells);
	const spans: Span[] = [{text: `${head}${shown === '' ? '' : `: ${shown}`}${tail}`, style}];
	if (aside !== '') spans.push({text: ` ${glyphs.separator} ${aside}`, style: tones.muted});
	return spans;
}

/** Nothing came back at all: a hollow glyph, not a cross. */
const SILENT: ReadonlySet<string> = new Set(['timeout', 'unreachable']);

function listingWords({received, expected}: Connection): string {
	if (received === 0) return 'listing';
	const of = expected === undefined || expected < received ? '' : ` of ~${count(expected)}`;
	return `listing ${count(received)}${of}`;
}

/** `refused for 2m · retry in 8s`. */
function troubleWords(
	{fault, since, nextTryAt}: Connection,
	now: number,
	{glyphs, tones}: Theme,
): Pick<ConnectionWords, 'head' | 'tail' | 'style' | 'detail'> {
	const isSilent = fault !== undefined && SILENT.has(fault.kind);
	const what = fault === undefined ? 'no answer' : WORDS[fault.kind];
	const lasted = since > 0 ? ` for ${formatAge(now - since)}` : '';
	const wait = nextTryAt > now ? `retry in ${formatAge(nextTryAt - now)}` : 'trying';
	return {
		head: `${isSilent ? glyphs.connection.waiting : glyphs.connection.refused} ${what}${lasted}`,
		tail: ` ${glyphs.separator} ${wait}`,
		style: tones.doomed,
		detail: fault !== undefined && DETAILED.has(fault.kind) ? fault.message : '',
	};
}

const WORDS: Readonly<Record<NonNullable<Connection['fault']>['kind'], string>> = {
	refused: 'refused',
	unreachable: 'unreachable',
	timeout: 'no answer',
	tls: 'certificate trouble',
	unauthorized: '401: log in again',
	forbidden: 'forbidden',
	missing: 'not served',
	expired: 'listing anew',
	throttled: 'throttled by the server',
	server: 'server error',
	credential: 'no credential',
	protocol: 'not understood',
};

/** Faults whose own words say more than the word for their class. */
const DETAILED: ReadonlySet<string> = new Set(['tls', 'credential', 'protocol', 'server', 'unreachable']);

/** What cannot be seen, the first of it by name; empty when all is seen. */
function blindWords({connection, usage}: World): string {
	const rights = [...connection.forbidden];
	if (usage.state.phase === 'forbidden') rights.push(usage.state.permission);
	const [first] = rights;
	if (first !== undefined) return `no right to ${first}${rights.length > 1 ? ` and ${rights.length - 1} more` : ''}`;
	if (usage.state.phase === 'missing') return 'no metrics API';
	return usage.state.phase === 'stale' ? 'metrics are old' : '';
}

/** 10,000 as people write it. */
export function count(value: number): string {
	return value.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}
