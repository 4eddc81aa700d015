import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {readExposition} from '../../../src/telemetry/exposition/read-exposition.ts';
import type {Sample} from '../../../src/telemetry/exposition/sample.ts';
import {createSeededRandom} from '../../support/random.ts';

/**
 * What the parsers of prometheus_client 0.26.0 (that of OpenMetrics where the text ends with `# EOF`) read in texts of ours, and
 * lines that they refuse.
 */
const {agreed, refused} = JSON.parse(readFileSync(join(import.meta.dirname, 'agreed.json'), 'utf8')) as {
	readonly agreed: readonly {readonly says: string; readonly text: string; readonly samples: readonly object[]}[];
	readonly refused: readonly {readonly says: string; readonly text: string}[];
};

const all = (): boolean => true;

/** As it is in the file: JSON has no NaN, no infinity and no maps. */
function written({name, labels, value, timestampMs}: Sample): object {
	const special = Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
	return {
		name,
		labels: Object.fromEntries(labels),
		// Negative zero is zero in the file.
		value: Number.isFinite(value) ? value + 0 : special,
		...(timestampMs !== undefined && {timestampMs}),
	};
}

describe('agrees with prometheus_client about', () => {
	test.each([...agreed])('$says', ({text, samples}) => {
		const read = readExposition(text, all);
		expect(read.samples.map(written)).toEqual(samples);
		expect(read).toMatchObject({problems: 0, lines: samples.length, isCut: false});
	});
});

describe('skips and counts', () => {
	test.each([...refused])('$says', ({text}) => {
		const read = readExposition(`before 1\n${text}after 2\n`, all);
		expect(read.samples.map(({name}) => name)).toEqual(['before', 'after']);
		expect(read.problems).toBe(1);
	});
});

describe('what is wanted', () => {
	const text = 'a{x="1"} 1\na{x="2"} 2\nb{x=broken} 3\n{"c",x="1"} 4\na 5\n';

	test('is asked once for several lines of one name', () => {
		const asked: string[] = [];
		const read = readExposition(text, name => {
			asked.push(name);
			return name !== 'b';
		});
		expect(asked).toEqual(['a', 'b', 'c', 'a']);
		expect(read.samples.map(({value}) => value)).toEqual([1, 2, 4, 5]);
	});

	test('is all that is looked at: labels of other lines are not read', () => {
		expect(readExposition(text, name => name === 'a')).toMatchObject({lines: 5, problems: 0});
		expect(readExposition(text, all)).toMatchObject({lines: 5, problems: 1});
	});

	test('is not mistaken for a name that begins with it', () => {
		const read = readExposition('pool 1\npool_size 2\npool{x="1"} 3\npools 4\n', name => name === 'pool');
		expect(read.samples.map(({value}) => value)).toEqual([1, 3]);
	});
});

describe('bad input', () => {
	const limits = {text: 1000, samples: 3, label: 10};

	test('more samples than are read', () => {
		expect(readExposition('a 1\na 2\na 3\n', all, limits)).toMatchObject({isCut: false});
		const read = readExposition('a 1\na 2\na 3\na 4\n', all, limits);
		expect(read.samples.map(({value}) => value)).toEqual([1, 2, 3]);
		expect(read.isCut).toBe(true);
	});

	test('more text than is read: the last whole line is the last', () => {
		const read = readExposition(`a 1\n#${'x'.repeat(980)}\nb 12345678901234567890\n`, all, limits);
		expect(read.samples.map(({name}) => name)).toEqual(['a']);
		expect(read).toMatchObject({problems: 0, isCut: true});
	});

	test('one line without an end', () => {
		expect(readExposition('x'.repeat(5000), all, limits)).toMatchObject({samples: [], isCut: true});
		expect(readExposition(`a{x="${'\\'.repeat(900_000)}`, all)).toMatchObject({samples: [], problems: 1});
	});

	test('a long value of a label is cut', () => {
		const {samples} = readExposition(`a{x="${'0123456789'.repeat(9)}"} 1\n`, all, limits);
		expect(samples[0]?.labels.get('x')).toBe('0123456789');
	});

	test('labels named like parts of a prototype', () => {
		const {samples} = readExposition('a{__proto__="1"} 1\n__proto__ 2\n', all);
		expect(samples.map(({name, labels}) => [name, [...labels]])).toEqual([
			['a', [['__proto__', '1']]],
			['__proto__', []],
		]);
	});

	test('what is after the end', () => {
		expect(readExposition('a 1\n# EOF\nb 2\n', all).samples).toHaveLength(1);
	});

	test('cut and mixed in a thousand ways: never throws, and every line is either read or counted', () => {
		const random = createSeededRandom(7);
		const whole = agreed.map(({text}) => text.replaceAll('# EOF', '')).join('');
		for (let round = 0; round < 1000; round++) {
			const at = Math.floor(random() * whole.length);
			const length = Math.floor(random() * 30);
			const text = whole.slice(0, at) + whole.slice(at + length);
			const lines = text.split('\n').filter(line => !/^[ \t\r]*(?:#|$)/.test(line));
			const {samples, problems} = readExposition(text, all);
			expect(samples.length + problems).toBe(lines.length);
		}
	});
});
