import {closeSync, openSync, writeSync} from 'node:fs';
import type {Readable} from 'node:stream';

/** A log file as container runtimes write it: `<RFC3339Nano> stdout F <line>` for each line of a program. */
export interface CriLog {
	/** Takes all that a stream says. */
	take(stream: Readable, name: 'stdout' | 'stderr'): void;
	close(): void;
}

/** Empties the file. Lines of more than 16 KB, which runtimes split, are not expected. */
export function createCriLog(path: string, onLine: (line: string) => void): CriLog {
	const file = openSync(path, 'w');
	let isOpen = true;
	return {
		take(stream, name) {
			let rest = '';
			const write = (line: string): void => {
				if (isOpen) writeSync(file, `${stamp()} ${name} F ${line}\n`);
				onLine(line);
			};
			stream.setEncoding('utf8').on('data', (chunk: string) => {
				const lines = (rest + chunk).split('\n');
				rest = lines.pop() ?? '';
				for (const line of lines) write(line);
			});
			stream.once('end', () => {
				if (rest !== '') write(rest);
			});
		},
		close() {
			if (isOpen) closeSync(file);
			isOpen = false;
		},
	};
}

/** RFC 3339 with nine decimals; it never goes back. */
function stamp(): string {
	const nowMs = performance.timeOrigin + performance.now();
	const whole = Math.floor(nowMs);
	const nanos = Math.min(999_999, Math.round((nowMs - whole) * 1e6));
	return `${new Date(whole).toISOString().slice(0, 23)}${String(nanos).padStart(6, '0')}Z`;
}
