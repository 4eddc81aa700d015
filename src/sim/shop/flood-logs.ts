import type {LogScript, Moment} from '../contract.ts';
import {between} from '../seed.ts';

/** About every minute such a log has 10 MB, and the kubelet begins a new file. */
const ROTATES_MS = 60_000;
/** Every so many statements a request is done. */
const STATEMENTS = 25;

/** logfmt lines, `perSecond` in each whole second of a run: `seq` counts them without a gap. */
export function floodLogs(perSecond: number): LogScript {
	return {
		serving(moment) {
			// The second in which it started has a part of the first numbers.
			const first = (Math.floor(moment.sinceStartMs / 1000) + 1) * perSecond;
			return Array.from({length: perSecond}, (_, index) => lineOf(first + index, moment));
		},
		rotatesMs: ROTATES_MS,
	};
}

function lineOf(number: number, {random}: Moment): string {
	const seq = `seq=${String(number).padStart(6, '0')}`;
	const item = between(random, 1000, 9999);
	if (number % STATEMENTS !== 0) {
		return `level=debug ${seq} logger=sqlalchemy.engine msg="SELECT items.id, items.price FROM items WHERE items.id = ${item}" rows=1`;
	}
	const duration = (10 + 50 * random()).toFixed(1);
	return `level=info ${seq} logger=app.access method=GET path=/items/${item} status=200 duration_ms=${duration}`;
}
