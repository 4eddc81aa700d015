import {readLastWords, type LastWords} from '../../src/telemetry/last-words.ts';

/** What is read of these lines, with the fields that matter. */
export function read<Field extends keyof LastWords>(log: string, ...fields: readonly Field[]): Pick<LastWords, Field> {
	const words = readLastWords(log);
	return Object.fromEntries(fields.map(field => [field, words[field]])) as Pick<LastWords, Field>;
}

/** The lines as the API sends them with `timestamps=true`, a millisecond apart. */
export function withTimes(log: string): string {
	const start = Date.parse('2026-03-01T12:00:00Z');
	return log
		.split('\n')
		.map((line, index) => `${new Date(start + index).toISOString().replace('Z', '456789Z')} ${line}`)
		.join('\n');
}

/** A traceback with a frame of a library and one of the program. */
export function traceback(
	last: string,
	frames = '  File "/app/shop/main.py", line 31, in lifespan\n    await connect()',
): string {
	return `Traceback (most recent call last):\n${frames}\n${last}`;
}
