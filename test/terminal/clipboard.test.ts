import {expect, test} from 'vitest';
import {COPY_BYTES_MAX, copySequence} from '../../src/terminal/clipboard.ts';

const decoded = (sequence: string): string =>
	Buffer.from(/\x1B\]52;c;([^\x07]*)\x07/.exec(sequence)?.[1] ?? '', 'base64').toString();

test('a text is put on the clipboard by one sequence, whatever it holds', () => {
	const text = 'api \u001B[2J 数据 \u0007';
	const sequence = copySequence(text, {isTmux: false}) ?? '';
	expect(sequence).toMatch(/^\x1B\]52;c;[A-Za-z0-9+/=]+\x07$/);
	expect(decoded(sequence)).toBe(text);
});

test('tmux gets it for itself, and wrapped for the terminal that it runs in', () => {
	expect(copySequence('hi', {isTmux: true})).toBe('\x1B]52;c;aGk=\x07\x1BPtmux;\x1B\x1B]52;c;aGk=\x07\x1B\\');
});

test('what is too long for terminals is not copied in part', () => {
	const sequence = copySequence('x'.repeat(COPY_BYTES_MAX), {isTmux: false}) ?? '';
	expect(sequence.length).toBeLessThan(100_100);
	expect(copySequence('x'.repeat(COPY_BYTES_MAX + 1), {isTmux: false})).toBe(undefined);
	expect(copySequence('数'.repeat(COPY_BYTES_MAX / 2), {isTmux: false})).toBe(undefined);
});
