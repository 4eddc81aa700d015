import type {LogStream} from '../../session/logs/contract.ts';
import type {Line, Span} from '../../terminal/line.ts';
import {count} from '../chrome/connection-text.ts';
import {cellsOf, cutLine} from '../chrome/spans.ts';
import type {Theme} from '../theme/theme.ts';
import {podWords, streamNotes} from './streams.ts';

/** What the lines above and below a log tell of it. */
export interface LogStatus {
	readonly streams: readonly LogStream[];
	/** Lines that there are, and how many the filter lets through; as typed, empty for none. */
	readonly lines: number;
	readonly filter: string;
	readonly matches: number;
	/** Not all lines have been looked at. */
	readonly busy: boolean;
	readonly dropped: number;
	readonly following: boolean;
	/** Lines that came while the reader stood still; and those among them that the filter lets through. */
	readonly news: {readonly lines: number; readonly matches: number};
	/** `5m` */
	readonly range: string;
	readonly previous: boolean;
	/** What of the view is not as it was at first: `wrap`, `raw`. */
	readonly modes: readonly string[];
}

/** A piece of a line; those with the highest rank are left out first where there is no room. */
interface Piece {
	readonly span: Span;
	readonly rank: number;
}

/** `5 pods  rev 42:2 41:3   /timeout 38 of 21,408 lines   following   ! 1 stream reconnecting` */
export function topLine(status: LogStatus, isAlone: boolean, width: number, {tones}: Theme): Line {
	const {streams, lines, filter, matches, busy, dropped} = status;
	const said: Piece[] = [{span: {text: podWords(streams)}, rank: 3}];
	if (filter !== '') said.push({span: {text: `/${filter}`, style: tones.accent}, rank: 2});
	const among = filter === '' ? '' : `${busy ? '≥' : ''}${count(matches)} of `;
	said.push({span: {text: `${among}${count(lines)} ${lines === 1 ? 'line' : 'lines'}`}, rank: 1});
	said.push({
		span: {text: isAlone ? placeWords(status) : status.following ? 'following' : 'paused', style: tones.muted},
		rank: 0,
	});
	for (const {text, tone} of streamNotes(streams))
		said.push({span: {text, style: tones[tone]}, rank: tone === 'muted' ? 4 : 1});
	if (dropped > 0) said.push({span: {text: `${count(dropped)} older lines dropped`, style: tones.muted}, rank: 5});
	return joined(said, width);
}

/** `paused · +312 new   range 5m   wrap` */
export function bottomLine(status: LogStatus, width: number, {tones}: Theme): Line {
	const {following, range, previous, modes} = status;
	const words = [
		...(following ? [] : [placeWords(status)]),
		`range ${range}`,
		...(previous ? ['previous run'] : []),
		...modes,
	];
	return joined(
		words.map((text, rank) => ({span: {text, style: rank === 0 && !following ? tones.accent : tones.muted}, rank})),
		width,
	);
}

/** `following`, `paused`, `paused · +312 new`, and with a filter `paused · +312 new, 7 match`. */
function placeWords({following, filter, news}: LogStatus): string {
	if (following) return 'following';
	if (news.lines === 0) return 'paused';
	return `paused · +${count(news.lines)} new${filter === '' ? '' : `, ${count(news.matches)} match`}`;
}

const GAP = '   ';

function joined(pieces: readonly Piece[], width: number): Line {
	let kept = pieces;
	const lineOf = (shown: readonly Piece[]): Line =>
		shown.flatMap(({span}, index) => [{text: index === 0 ? ' ' : GAP}, span]);
	while (kept.length > 1 && cellsOf(lineOf(kept)) > width) {
		const last = Math.max(...kept.map(({rank}) => rank));
		const index = kept.findLastIndex(({rank}) => rank === last);
		kept = kept.filter((_, number) => number !== index);
	}
	return cutLine(lineOf(kept), width);
}
