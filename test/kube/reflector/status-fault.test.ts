import {expect, test} from 'vitest';
import {faultOfStatus, needsList} from '../../../src/kube/reflector/status-fault.ts';

test.each([
	[
		{code: 410, message: 'too old resource version: 1 (2)'},
		{kind: 'expired', message: 'too old resource version: 1 (2)'},
	],
	[
		{code: 401, message: 'm'},
		{kind: 'unauthorized', message: 'm'},
	],
	[
		{code: 403, message: 'm'},
		{kind: 'forbidden', message: 'm'},
	],
	[
		{code: 404, message: 'm'},
		{kind: 'missing', message: 'm'},
	],
	[
		{code: 429, message: 'm', details: {retryAfterSeconds: 3}},
		{kind: 'throttled', message: 'm', retryAfterMs: 3000},
	],
	[
		{code: 500, message: 'm', details: null},
		{kind: 'server', message: 'm'},
	],
	[
		{code: 418, message: 7},
		{kind: 'protocol', message: 'The server ended the watch with error 418.'},
	],
	[{code: '410'}, {kind: 'protocol', message: 'The server ended the watch with error 410.'}],
	[null, {kind: 'protocol', message: 'The server ended the watch with error undefined.'}],
	['text', {kind: 'protocol', message: 'The server ended the watch with error undefined.'}],
])('the Status %j', (status, fault) => {
	expect(faultOfStatus(status)).toEqual(fault);
});

test.each([
	[{kind: 'expired', message: ''}, true],
	[{kind: 'timeout', message: 'Timeout: Too large resource version: 900, current: 12'}, true],
	[{kind: 'server', message: 'etcd has no leader'}, false],
] as const)('%j needs a new list: %s', (fault, expected) => {
	expect(needsList(fault)).toBe(expected);
});
