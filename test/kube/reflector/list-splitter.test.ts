import {describe, expect, test} from 'vitest';
import {createListSplitter, type ListPiece} from '../../../src/kube/reflector/list-splitter.ts';

const KIB = 1024;

/** The same document in two chunks, cut at each byte, and one byte at a time. */
function* cutsOf(document: Buffer): Generator<Buffer[]> {
	for (let at = 0; at <= document.length; at++) yield [document.subarray(0, at), document.subarray(at)];
	yield [...document].map(byte => Buffer.from([byte]));
}

function splitAll(chunks: Iterable<Buffer>, bytesMax = 64 * KIB): {pieces: ListPiece[]; whole: boolean} {
	const splitter = createListSplitter(bytesMax);
	const pieces: ListPiece[] = [];
	for (const chunk of chunks) pieces.push(...splitter.push(chunk));
	pieces.push(...splitter.end());
	return {pieces, whole: splitter.whole};
}

const item = (value: unknown): ListPiece => ({piece: 'item', value});
const metadata = (value: unknown): ListPiece => ({piece: 'metadata', value});

const typed = (name: string, more = ''): string =>
	`{"metadata":{"name":"${name}","labels":{"a":"b"},"managedFields":[{"manager":"m","fieldsV1":{"f:x":{"k:{\\"a\\":\\"]}\\"}":{}}}}]},"spec":{"n":[1,[2]]${more}}}`;
const typedValue = (name: string, more: object = {}): unknown => ({
	metadata: {name, labels: {a: 'b'}, managedFields: 0},
	spec: {n: [1, [2]], ...more},
});

const documents: readonly {readonly name: string; readonly text: string; readonly pieces: readonly ListPiece[]}[] = [
	{
		name: 'a typed list has its metadata first',
		text: `{"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"10","continue":"c"},"items":[${typed('a')},${typed('b')},${typed('c')}]}\n`,
		pieces: [
			metadata({resourceVersion: '10', continue: 'c'}),
			...['a', 'b', 'c'].map(name => item(typedValue(name))),
		],
	},
	{
		name: 'a list of custom resources has sorted keys, so its metadata last',
		text: '{"apiVersion":"example.com/v1","items":[{"apiVersion":"example.com/v1","kind":"T","metadata":{"managedFields":[{"a":1}],"name":"a","ownerReferences":[{"x":1}]},"spec":{}},{"apiVersion":"example.com/v1","metadata":{"name":"b"}}],"kind":"TList","metadata":{"resourceVersion":"11"}}',
		pieces: [
			item({
				apiVersion: 'example.com/v1',
				kind: 'T',
				metadata: {managedFields: 0, name: 'a', ownerReferences: [{x: 1}]},
				spec: {},
			}),
			item({apiVersion: 'example.com/v1', metadata: {name: 'b'}}),
			metadata({resourceVersion: '11'}),
		],
	},
	{
		name: 'an item may hold what looks like the border of two items',
		text: `{"metadata":{},"items":[${typed('a', ',"l":[{"x":1},{"metadata":{"y":[{}]}},{"metadata":{}}]')},${typed('b', ',"t":"},{\\"metadata\\":{"')},${typed('c')}]}`,
		pieces: [
			metadata({}),
			item(typedValue('a', {l: [{x: 1}, {metadata: {y: [{}]}}, {metadata: {}}]})),
			item(typedValue('b', {t: '},{"metadata":{'})),
			item(typedValue('c')),
		],
	},
	{
		name: 'strings hide braces, escapes and quotes, and are UTF-8',
		text: '{"metadata":{"resourceVersion":"1"},"items":[{"a":"}]{[\\"\\\\"},{"b":"\\\\\\"]},ü €𝄞"},{"items":[{"items":[]}]}]}',
		pieces: [
			metadata({resourceVersion: '1'}),
			item({a: '}]{["\\'}),
			item({b: '\\"]},ü €𝄞'}),
			item({items: [{items: []}]}),
		],
	},
	{
		name: 'blanks and line breaks may stand anywhere',
		text: ' {\r\n\t"metadata" : { "resourceVersion" : "1" } ,\n "items" : [ { "a" : [ ] } , { "a" : 1 } ] , "kind" : "L" }\n',
		pieces: [metadata({resourceVersion: '1'}), item({a: []}), item({a: 1})],
	},
	{name: 'an empty list', text: '{"metadata":{},"items":[]}', pieces: [metadata({})]},
	{
		name: 'no items at all, as Go writes an empty slice',
		text: '{"items":null,"metadata":{}}',
		pieces: [metadata({})],
	},
	{
		name: 'items that are no objects',
		text: '{"items":[1,null,"a,]}",[{}],true,{"metadata":{}}],"n":-1.5e3,"t":false}',
		pieces: [item(1), item(null), item('a,]}'), item([{}]), item(true), item({metadata: {}})],
	},
	{
		name: 'an item that is no JSON is named and does not break the rest',
		text: '{"items":[{"metadata":{"a":1}},{"metadata":{bad}},{"metadata":{"a":2}},{"metadata":{"a":3}}]}',
		pieces: [item({metadata: {a: 1}}), item(undefined), item({metadata: {a: 2}}), item({metadata: {a: 3}})],
	},
];

describe('the list splitter', () => {
	test.each(documents)('$name, wherever the chunks end', ({text, pieces}) => {
		const document = Buffer.from(text);
		const expected = {pieces, whole: true};
		for (const chunks of cutsOf(document)) expect(splitAll(chunks)).toEqual(expected);
	});

	test.each([
		'<html>',
		'',
		'[]',
		'null',
		'{"items":[{}}',
		'{"items":[{"metadata":{"a":1}},{"metadata"',
		'{"kind":"Status","code":500',
		'{{',
		'}]',
	])('%j is no whole list', text => {
		for (const chunks of cutsOf(Buffer.from(text))) expect(splitAll(chunks).whole).toBe(false);
	});

	test('what follows the document is ignored', () => {
		expect(splitAll([Buffer.from('{"items":[{"a":1}]}{"items":[{"a":2}]}')])).toEqual({
			pieces: [item({a: 1})],
			whole: true,
		});
	});

	test('an item above the bound is left out, wherever the chunks end, and those around it are not', () => {
		const large = `{"metadata":{"name":"large","text":"${'\\\\\\"}]},{'.repeat(30)}"}}`;
		const document = Buffer.from(
			`{"metadata":{"r":1},"items":[${large},{"metadata":{"name":"a"}},${large},${large},{"metadata":{"name":"b"}},${large}]}`,
		);
		const pieces = [
			metadata({r: 1}),
			item(undefined),
			item({metadata: {name: 'a'}}),
			item(undefined),
			item(undefined),
			item({metadata: {name: 'b'}}),
			item(undefined),
		];
		for (const chunks of cutsOf(document)) expect(splitAll(chunks, 100)).toEqual({pieces, whole: true});
	});

	test('a key or metadata above the bound is left out too', () => {
		const document = Buffer.from(
			`{"${'k'.repeat(200)}":1,"metadata":{"x":"${'y'.repeat(200)}"},"items":[{"a":1}]}`,
		);
		for (const chunks of cutsOf(document)) {
			expect(splitAll(chunks, 100)).toEqual({pieces: [metadata(undefined), item({a: 1})], whole: true});
		}
	});

	test('an object of 1 MB comes whole in chunks of 16 KB', () => {
		const value = {metadata: {name: 'large', note: 'ä'.repeat(500 * KIB)}};
		const document = Buffer.from(
			`{"metadata":{},"items":[{"metadata":{}},${JSON.stringify(value)},{"metadata":{}}]}`,
		);
		const chunks = Array.from({length: Math.ceil(document.length / (16 * KIB))}, (_, at) =>
			document.subarray(at * 16 * KIB, (at + 1) * 16 * KIB),
		);
		expect(splitAll(chunks, 8 * KIB * KIB).pieces).toEqual([
			metadata({}),
			item({metadata: {}}),
			item(value),
			item({metadata: {}}),
		]);
	});
});
