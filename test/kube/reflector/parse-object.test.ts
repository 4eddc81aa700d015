import {describe, expect, test} from 'vitest';
import {parseObject} from '../../../src/kube/reflector/parse-object.ts';
import {podText} from '../../bench/pods.ts';

const FIELDS = '[{"manager":"kubelet","fieldsV1":{"f:a":{"k:{\\"x\\":\\"y\\"}":{".":{}}}}}]';

const cases: readonly {readonly name: string; readonly text: string; readonly cut: boolean}[] = [
	{
		name: 'the last key of metadata, as typed kinds have it',
		text: `{"metadata":{"name":"a","managedFields":${FIELDS}},"spec":{"l":[{"a":[1]}]}}`,
		cut: true,
	},
	{
		name: 'in the middle, as custom resources have it',
		text: `{"metadata":{"managedFields":${FIELDS},"name":"a"},"spec":{"l":[{}]}}`,
		cut: true,
	},
	{name: 'the only key', text: `{"metadata":{"managedFields":${FIELDS}}}`, cut: true},
	{
		name: 'in a watch event',
		text: `{"type":"ADDED","object":{"metadata":{"name":"a","managedFields":${FIELDS}}}}`,
		cut: true,
	},
	{name: 'none', text: '{"metadata":{"name":"a"}}', cut: false},
	{name: 'empty', text: '{"metadata":{"managedFields":[],"name":"a"}}', cut: false},
	{name: 'null', text: '{"metadata":{"managedFields":null,"ownerReferences":[{"a":1}]}}', cut: false},
	{name: 'with blanks', text: '{"metadata": {"managedFields": [ {"a":1} ], "name": "a"}}', cut: false},
	{
		name: 'an annotation that quotes them',
		text: String.raw`{"metadata":{"annotations":{"a":"{\"managedFields\":[{\"x\":1}],"},"name":"b"}}`,
		cut: false,
	},
	{
		name: 'an annotation that ends like them',
		text: String.raw`{"metadata":{"annotations":{"a,\"managedFields":"[{"},"o":[{}]}}`,
		cut: false,
	},
	{name: 'a label of that name', text: '{"metadata":{"labels":{"managedFields":"[{"},"o":[{}]}}', cut: false},
	{name: 'a value of that name', text: '{"metadata":{"name":"managedFields","o":[{}]}}', cut: false},
	{name: 'with an array inside', text: '{"metadata":{"managedFields":[{"a":[{}],"b":{}}]},"spec":{}}', cut: false},
	{
		name: 'with the sign of their end in a manager',
		text: '{"metadata":{"managedFields":[{"manager":"x}],","operation":"Update"}]},"spec":{}}',
		cut: false,
	},
	{
		name: 'with the sign of their end in a path',
		text: String.raw`{"metadata":{"managedFields":[{"fieldsV1":{"k:{\"n\":\"}]\"}":{}}}],"name":"a"}}`,
		cut: false,
	},
	{
		name: 'with an opening bracket in a path',
		text: String.raw`{"metadata":{"managedFields":[{"fieldsV1":{"v:[1]":{}}}],"name":"a"}}`,
		cut: false,
	},
];

describe('an object is parsed without its managed fields', () => {
	test.each(cases)('$name', ({text, cut}) => {
		const plain: unknown = JSON.parse(text);
		expect(parseObject(Buffer.from(text))).toEqual(cut ? JSON.parse(text.replace(FIELDS, '0')) : plain);
	});

	test('a whole pod is otherwise the same', () => {
		for (let index = 0; index < 50; index++) {
			const text = podText(index, '1');
			const {metadata, ...rest} = JSON.parse(text) as {metadata: object};
			expect(parseObject(Buffer.from(text))).toEqual({metadata: {...metadata, managedFields: 0}, ...rest});
		}
	});

	test.each(['', '{', 'nonsense', '{"metadata":{"managedFields":[{', '{"metadata":{"managedFields":[{}]'])(
		'%j is no JSON',
		text => {
			expect(parseObject(Buffer.from(text))).toBeUndefined();
		},
	);
});
