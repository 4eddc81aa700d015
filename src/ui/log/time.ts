import {formatAge} from '../../lib/age.ts';
import type {Watch} from '../finding/words.ts';
import {formatClock} from '../text/clock.ts';

/** How the times of lines are shown; the key goes through them in this order. */
export type TimeMode = 'local' | 'utc' | 'ago' | 'none';

const MODES: readonly TimeMode[] = ['local', 'utc', 'ago', 'none'];

export function nextTimeMode(mode: TimeMode): TimeMode {
	return MODES[(MODES.indexOf(mode) + 1) % MODES.length] ?? 'local';
}

/** From here on there is room for milliseconds. */
const MILLISECONDS_COLUMNS_MIN = 76;

/** Narrower, the words need each cell. */
const TIME_COLUMNS_MIN = 44;

/** `12:04:29.118`, `12:04:29`, with `Z` in UTC, or how long ago; `cells` of it on a screen of so many columns. */
export function timeColumn(
	mode: TimeMode,
	columns: number,
): {readonly cells: number; text(at: number, watch: Watch): string} {
	if (mode === 'none' || columns < TIME_COLUMNS_MIN) return {cells: 0, text: () => ''};
	if (mode === 'ago') return {cells: AGO_CELLS, text: (at, {now}) => formatAge(now - at).padStart(AGO_CELLS)};
	const precision = columns < MILLISECONDS_COLUMNS_MIN ? 'seconds' : 'milliseconds';
	const zone = mode === 'utc' ? 'Z' : '';
	return {
		cells: (precision === 'seconds' ? 8 : 12) + zone.length,
		text: (at, {offsetMs}) => `${formatClock(at, mode === 'utc' ? 0 : offsetMs, precision)}${zone}`,
	};
}

const AGO_CELLS = 6;
