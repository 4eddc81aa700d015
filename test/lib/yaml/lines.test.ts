import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {Concealed} from '../../../src/lib/concealed.ts';
import {yamlLines, yamlLineText} from '../../../src/lib/yaml/lines.ts';
import {createSeededRandom} from '../../support/random.ts';

const write = (object: unknown): string => `${yamlLines(object).map(yamlLineText).join('\n')}\n`;

test('an object is laid out as kubectl does, in the order in which it came', () => {
	const pod = {
		apiVersion: 'v1',
		kind: 'Pod',
		metadata: {
			name: 'api',
			labels: {},
			annotations: {note: 'first line\nsecond\n'},
			managedFields: [{manager: 'kubelet', fieldsV1: {'f:status': {'k:{"type":"Ready"}': {'.': {}}}}}],
		},
		spec: {
			containers: [{name: 'api', args: ['--reload', '-x', 'a: b'], env: [{name: 'A', value: '1'}]}],
			matrix: [[1, 2], [[3], {a: true, b: null}], []],
		},
	};
	expect(write(pod)).toBe(`apiVersion: v1
kind: Pod
metadata:
  name: api
  labels: {}
  annotations:
    note: |
      first line
      second
  managedFields:
  - manager: kubelet
    fieldsV1:
      f:status:
        k:{"type":"Ready"}:
          .: {}
spec:
  containers:
  - name: api
    args:
    - --reload
    - -x
    - "a: b"
    env:
    - name: A
      value: "1"
  matrix:
  - - 1
    - 2
  - - - 3
    - a: true
      b: null
  - []
`);
});

test('a line knows what stands below it', () => {
	const lines = yamlLines({a: {b: [{c: 1, d: 2}, 3]}, e: 'x\ny'});
	expect(lines.map(line => [yamlLineText(line), line.parent, line.end])).toEqual([
		['a:', -1, 5],
		['  b:', 0, 5],
		['  - c: 1', 1, 4],
		['    d: 2', 2, 4],
		['  - 3', 1, 5],
		['e: |-', -1, 8],
		['  x', 5, 7],
		['  y', 5, 8],
	]);
});

test('what is concealed is a comment that says how long it is', () => {
	expect(write({data: {password: new Concealed(19)}, list: [new Concealed(2)]})).toBe(
		'data:\n  password: # 19 bytes, not shown\nlist:\n- # 2 bytes, not shown\n',
	);
});

const ODD = [
	...[
		'',
		' ',
		'~',
		'null',
		'Null',
		'true',
		'No',
		'y',
		'off',
		'.nan',
		'-.inf',
		'=',
		'<<',
		'---',
		'...',
		'-',
		'- a',
		'?',
	],
	...['0', '007', '0o7', '0x1F', '0b1', '1_000', '1e3', '1.', '.5', '+1', '12:30', '1:2:3.4', '1.2.3', '10.0.0.1'],
	...[
		'2026-11-24',
		'2026-11-24T12:00:00Z',
		'a: b',
		'a:',
		'a #b',
		'#a',
		'a:b',
		'@a',
		'`a',
		'%a',
		'!a',
		'&a',
		'*a',
		'|',
		'>',
	],
	...[
		'{a}',
		'[a]',
		'"a"',
		"'a'",
		'a,b',
		'\ta',
		'a\t',
		'a\tb',
		'é',
		'日本',
		'😀',
		'\uD800',
		'\u202Ea',
		'a\u200Bb',
		'\uFEFFa',
	],
	...[
		'a\nb',
		'a\n',
		'a\n\n',
		'\na',
		'\n',
		'\n\n',
		' a\nb',
		'\ta\nb',
		'a\n b',
		'a \nb',
		'a\r\nb',
		'a\u0085b',
		'a\u2028b',
		'a\n\x1B[2Jb',
	],
	...['\x1B[2J', '\0', '\x7F', '--a', '-- a', '-1', '-a', '9'.repeat(100), '1'.repeat(50).replace('1', 'a')],
];

describe.each(['1.1', '1.2'] as const)('a reader of YAML %s gets back what was written', version => {
	test.each(ODD)('%j', text => {
		for (const object of [{key: text}, {[text]: 1}, [text], {list: [[text], {a: text}]}])
			expect(parse(write(object), {version})).toEqual(wellFormed(object));
	});

	test('a text that is longer than a key can be', () => {
		const text = 'a: '.repeat(2000);
		expect(parse(write({text}), {version})).toEqual({text});
	});

	test('whatever the object', () => {
		const random = createSeededRandom(7);
		for (let round = 0; round < 300; round++) {
			const object = randomValue(random, 0);
			const text = write({object});
			expect({text, object: parse(text, {version, maxAliasCount: 0}) as unknown}).toEqual({
				text,
				object: wellFormed({object}),
			});
		}
	});
});

test('no line holds what a terminal would obey', () => {
	const text = write(Object.fromEntries(ODD.map((odd, index) => [odd + String(index), odd])));
	expect(text).not.toMatch(/[\0-\x08\x0B-\x1F\x7F-\x9F\u202E\u200B\uFEFF]/);
});

test('it has an end, however long or deep the object', () => {
	const long = yamlLines({list: Array.from({length: 200_000}, (_, index) => index)});
	expect(long).toHaveLength(50_001);
	expect(long.slice(-1).map(yamlLineText)).toEqual(['# 150001 more lines or branches are left out']);
	let deep: unknown = 1;
	for (let depth = 0; depth < 100_000; depth++) deep = [deep];
	expect(write(deep)).toContain('# 1 more lines or branches are left out');
	expect(write({text: 'x\n'.repeat(100_000)}).split('\n')).toHaveLength(50_002);
});

/** A lone half of a character cannot be written: it becomes what stands for the unknown. */
function wellFormed(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value).replaceAll(/\\ud[89a-f][0-9a-f]{2}/gi, '\uFFFD'));
}

function randomValue(random: () => number, depth: number): unknown {
	const pick = Math.floor(random() * (depth > 4 ? 5 : 8));
	const many = Math.floor(random() * 4);
	switch (pick) {
		case 0:
			return Math.round(random() * 1e6) / 100;
		case 1:
			return random() < 0.5;
		case 2:
			return null;
		case 3:
		case 4:
			return ODD[Math.floor(random() * ODD.length)];
		case 5:
			return Array.from({length: many}, () => randomValue(random, depth + 1));
		default:
			return Object.fromEntries(
				Array.from({length: many}, () => [
					ODD[Math.floor(random() * ODD.length)] ?? '',
					randomValue(random, depth + 1),
				]),
			);
	}
}
