import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {expect} from 'vitest';

/**
 * Holds a screen against the one in `test/frames/<name>.txt`, that a person has read. `npm run accept` writes them.
 * A missing frame fails.
 */
export function expectFrame(name: string, rows: readonly string[]): void {
	const path = join(import.meta.dirname, '../frames', `${name}.txt`);
	const text = `${rows.join('\n').trimEnd()}\n`;
	if (process.env['ACCEPT'] === '1') {
		mkdirSync(dirname(path), {recursive: true});
		writeFileSync(path, text);
	}
	expect(text, `${name}: run npm run accept and read the change`).toBe(readFileSync(path, 'utf8'));
}
