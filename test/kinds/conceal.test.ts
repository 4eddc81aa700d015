import {expect, test} from 'vitest';
import {kindById} from '../../src/kinds/lookup.ts';
import {Concealed} from '../../src/lib/concealed.ts';
import {yamlLines, yamlLineText} from '../../src/lib/yaml/lines.ts';
import {hostileVariants} from '../support/hostile.ts';

const conceal = (object: unknown): unknown => kindById('secret')?.conceal?.(object);

const VALUE = 'correct horse battery staple';
const ENCODED = Buffer.from(VALUE).toString('base64');

const secret = {
	apiVersion: 'v1',
	kind: 'Secret',
	metadata: {
		name: 'db',
		labels: {app: 'api'},
		annotations: {
			'kubectl.kubernetes.io/last-applied-configuration': `{"data":{"password":"${ENCODED}"}}\n`,
			'objectset.rio.cattle.io/applied': 'H4sIAAAAAAAA',
			'example.com/hint': `it is ${VALUE}`,
			'example.com/owner': 'team-a',
		},
		managedFields: [{manager: 'kubectl', fieldsV1: {'f:data': {'f:password': {}}}}],
	},
	type: 'Opaque',
	data: {password: ENCODED, empty: ''},
	stringData: {plain: VALUE},
};

test('of each value its size is left; names, labels and who changed it stay', () => {
	expect(conceal(secret)).toEqual({
		...secret,
		metadata: {
			...secret.metadata,
			annotations: {
				'kubectl.kubernetes.io/last-applied-configuration': new Concealed(65),
				'objectset.rio.cattle.io/applied': new Concealed(12),
				'example.com/hint': new Concealed(34),
				'example.com/owner': 'team-a',
			},
		},
		data: {password: new Concealed(28), empty: new Concealed(0)},
		stringData: {plain: new Concealed(28)},
	});
});

test('a short value conceals no annotation that holds it by chance', () => {
	const object = {metadata: {annotations: {note: 'one 1 two'}}, data: {number: Buffer.from('1').toString('base64')}};
	expect(conceal(object)).toMatchObject({metadata: {annotations: {note: 'one 1 two'}}});
});

test('no oddity of a server brings a value to light', () => {
	for (const {object, path} of hostileVariants(secret)) {
		const text = yamlLines(conceal(object)).map(yamlLineText).join('\n');
		expect([path, text.includes(VALUE), text.includes(ENCODED)]).toEqual([path, false, false]);
	}
});

test.each([null, 5, 'text', [VALUE], true])('what is no object is concealed whole: %j', object => {
	expect(conceal(object)).toBeInstanceOf(Concealed);
});

test('only Secrets have something to conceal', () => {
	expect(kindById('configmap')?.conceal).toBe(undefined);
});
