import {ExpectedFailure} from '../lib/failure.ts';
import type {Settings} from '../session/session.ts';
import {type Flags, textOf} from './contract.ts';

const LINES_MAX = 1_000_000;

/** What the flags say about logs and requests. Throws ExpectedFailure. */
export function settingsOf(flags: Flags): Settings {
	return {linesKept: linesOf(textOf(flags, 'log-lines')), slowMs: timeOf(textOf(flags, 'slow-request'))};
}

function linesOf(text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const lines = /^\d{1,7}$/.test(text) ? Number(text) : 0;
	if (lines < 1 || lines > LINES_MAX)
		throw new ExpectedFailure(`--log-lines: "${text}" is no number of lines from 1 to ${LINES_MAX}`);
	return lines;
}

function timeOf(text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const {number = '', unit = ''} = /^(?<number>\d{1,6}(?:\.\d{1,3})?)(?<unit>ms|s)$/.exec(text)?.groups ?? {};
	const timeMs = Number(number) * (unit === 's' ? 1000 : 1);
	if (!(timeMs > 0)) throw new ExpectedFailure(`--slow-request: "${text}" is no time: write 1s or 500ms`);
	return timeMs;
}
