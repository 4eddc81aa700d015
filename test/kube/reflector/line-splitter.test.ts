import {describe, expect, test} from 'vitest';
import {createLineSplitter} from '../../../src/kube/reflector/line-splitter.ts';

function splitAll(chunks: Iterable<Buffer>, bytesMax: number): (string | undefined)[] {
	const splitter = createLineSplitter(bytesMax);
	const lines: (string | undefined)[] = [];
	for (const chunk of chunks) for (const line of splitter.push(chunk)) lines.push(line?.toString());
	return lines;
}

describe('the line splitter', () => {
	test('gives the same lines wherever the chunks end, and never the unfinished last one', () => {
		const document = Buffer.from('first\n\nzwölf €\n{"a":1}\r\nlast');
		for (let one = 0; one <= document.length; one++) {
			for (let two = one; two <= document.length; two++) {
				const chunks = [document.subarray(0, one), document.subarray(one, two), document.subarray(two)];
				expect(splitAll(chunks, 100)).toEqual(['first', '', 'zwölf €', '{"a":1}\r']);
			}
		}
	});

	test('leaves out a line above the bound, and only that', () => {
		const document = Buffer.from(`ok\n${'x'.repeat(11)}\n${'y'.repeat(10)}\n${'z'.repeat(50)}\nend\n`);
		for (let one = 0; one <= document.length; one++) {
			const chunks = [document.subarray(0, one), document.subarray(one)];
			expect(splitAll(chunks, 10)).toEqual(['ok', undefined, 'yyyyyyyyyy', undefined, 'end']);
		}
		expect(
			splitAll(
				[...document].map(byte => Buffer.from([byte])),
				10,
			),
		).toEqual(['ok', undefined, 'yyyyyyyyyy', undefined, 'end']);
	});
});
