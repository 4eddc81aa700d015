/** Writes numbered lines to a file as a container runtime does: `node test/bench/write-flood.ts file lines-per-second seconds`. */
import {appendFileSync} from 'node:fs';

const [file = '', linesPerSecond = '1000', seconds = '60'] = process.argv.slice(2);
const total = Number(linesPerSecond) * Number(seconds);
const startedAt = performance.now();
let written = 0;

while (written < total) {
	const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1000) * Number(linesPerSecond)));
	let text = '';
	for (; written < due; written++) text += `${stampNow()} stdout F ${lineOf(written)}\n`;
	if (text !== '') appendFileSync(file, text);
	await new Promise(resolve => setTimeout(resolve, 20));
}

/** An access line, as most are. */
function lineOf(number: number): string {
	const status = number % 50 === 0 ? '500 Internal Server Error' : '200 OK';
	return `INFO:     10.42.0.${number % 250}:${40_000 + (number % 20_000)} - "GET /orders/${number}?page=2 HTTP/1.1" ${status} seq=${number}`;
}

/** To the nanosecond, growing. */
function stampNow(): string {
	const micros = Math.floor((performance.timeOrigin + performance.now()) * 1000);
	const whole = new Date(Math.floor(micros / 1000)).toISOString().slice(0, 23);
	return `${whole}${String(micros % 1000).padStart(3, '0')}${String(written % 1000).padStart(3, '0')}Z`;
}
