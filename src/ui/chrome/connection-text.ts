import {formatAge} from '../../lib/age.ts';
import type {Connection} from '../../session/connection.ts';
import type {World} from '../../session/world.ts';
import type {Span} from '../../terminal/line.ts';
import type {Theme} from '../theme/theme.ts';

/** The right end of the header: whether what is shown is alive, and if not why, since when, and when it will be tried again. */
export function connectionSpans(world: World, theme: Theme, width: number): readonly Span[] {
	const {connection, now} = world;
	const {connection: glyphs, separator} = theme.glyphs;
	switch (connection.phase) {
		case 'connecting':
			return [{text: `${glyphs.partial} connecting`}];
		case 'listing':
			return [{text: `${glyphs.partial} ${listingWords(connection)}`}];
		case 'trouble': {
			const glyph =
				connection.fault !== undefined && SILENT.has(connection.fault.kind) ? glyphs.waiting : glyphs.refused;
			return [{text: `${glyph} ${troubleWords(connection, now, width, separator)}`, style: theme.tones.doomed}];
		}
		case 'live': {
			const live: Span = {text: `${glyphs.live} live`, style: theme.tones.healthy};
			const blind = blindWords(world);
			return blind === undefined ? [live] : [live, {text: ` ${separator} ${blind}`, style: theme.tones.muted}];
		}
	}
}

/** Nothing came back at all: a hollow glyph, not a cross. */
const SILENT: ReadonlySet<string> = new Set(['timeout', 'unreachable']);

function listingWords({received, expected}: Connection): string {
	const of = expected === undefined || expected < received ? '' : ` of ~${count(expected)}`;
	return `listing ${count(received)}${of}`;
}

/** `refused for 2m · retry in 8s`: what a person does about it comes from the fault's own words. */
function troubleWords({fault, since, nextTryAt}: Connection, now: number, width: number, separator: string): string {
	const wait = nextTryAt > now ? `retry in ${formatAge(nextTryAt - now)}` : 'trying';
	const lasted = since > 0 ? ` for ${formatAge(now - since)}` : '';
	const what = fault === undefined ? 'no answer' : WORDS[fault.kind];
	const detail = fault !== undefined && width >= 100 && DETAILED.has(fault.kind) ? `: ${fault.message}` : '';
	return `${what}${lasted}${detail} ${separator} ${wait}`;
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

/** What cannot be seen, the first of it by name; undefined when all is seen. */
function blindWords({connection, usage}: World): string | undefined {
	const rights = [...connection.forbidden];
	if (usage.state.phase === 'forbidden') rights.push(usage.state.permission);
	const [first] = rights;
	if (first !== undefined) return `no right to ${first}${rights.length > 1 ? ` and ${rights.length - 1} more` : ''}`;
	if (usage.state.phase === 'missing') return 'no metrics API';
	if (usage.state.phase === 'stale') return 'metrics are old';
	return undefined;
}

/** 10,000 as people write it. */
export function count(value: number): string {
	return value.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}
