import {describe, expect, test} from 'vitest';
import {plainSpec} from '../../src/kinds/example.ts';
import {podSpecOf} from '../../src/kinds/pod-spec.ts';
import {createIntern} from '../../src/lib/intern.ts';
import type {PodSpec} from '../../src/model/pod-spec.ts';
import {diffTemplates} from '../../src/services/template-diff.ts';

/** A template as the API sends it: one container `api`, with these fields more. */
function specOf(container: object = {}, pod: object = {}): PodSpec {
	const containers = [{name: 'api', image: 'ghcr.io/shop/api:1.8.2', ...container}];
	return podSpecOf({containers, ...pod}, createIntern());
}

function wordsOf(before: PodSpec, after: PodSpec): readonly string[] {
	return diffTemplates(before, after).map(({words}) => words);
}

const probe = (fields: object = {}): object => ({httpGet: {path: '/health', port: 'http'}, ...fields});
const variable = (name: string, value: string): object => ({name, value});

test('a release is told by its image first, and ends with what matters least', () => {
	const before = specOf({
		env: [variable('DB_POOL_SIZE', '5')],
		resources: {limits: {memory: '512Mi'}, requests: {cpu: '100m'}},
		readinessProbe: probe(),
	});
	const after = specOf(
		{
			image: 'ghcr.io/shop/api:1.9.0',
			args: ['--workers', '4'],
			env: [variable('DB_POOL_SIZE', '15')],
			resources: {limits: {memory: '256Mi'}, requests: {cpu: '1'}},
			readinessProbe: probe({periodSeconds: 5}),
		},
		{terminationGracePeriodSeconds: 60, serviceAccountName: 'api'},
	);
	expect(wordsOf(before, after)).toEqual([
		'image api:1.8.2 → 1.9.0',
		"args the image's own → --workers 4",
		'env DB_POOL_SIZE 5 → 15',
		'memory limit 512Mi → 256Mi',
		'cpu request 100m → 1',
		'readiness probe period 10s → 5s',
		'service account default → api',
		'grace period 30s → 60s',
	]);
	expect(diffTemplates(before, after)[0]).toEqual({
		what: 'image',
		container: 'api',
		before: 'ghcr.io/shop/api:1.8.2',
		after: 'ghcr.io/shop/api:1.9.0',
		words: 'image api:1.8.2 → 1.9.0',
	});
});

test('equal templates do not differ, whether they are one object or two', () => {
	const spec = specOf({env: [variable('A', '1')]});
	expect(diffTemplates(spec, spec)).toEqual([]);
	expect(diffTemplates(spec, structuredClone(spec))).toEqual([]);
	expect(diffTemplates(plainSpec([]), plainSpec([]))).toEqual([]);
});

test('the order of variables is no difference', () => {
	const [a, b] = [variable('A', '1'), variable('B', '2')];
	expect(wordsOf(specOf({env: [a, b]}), specOf({env: [b, a]}))).toEqual([]);
});

describe('images', () => {
	const digest = (digit: string): string => `shop/api@sha256:${digit.repeat(64)}`;
	test.each([
		['shop/api:1', 'shop/api:2', 'image api:1 → 2'],
		['127.0.0.1:5000/shop-api:1', '127.0.0.1:5000/shop-api:3', 'image shop-api:1 → 3'],
		['shop/api:1', 'shop/web:1', 'image api:1 → web:1'],
		['old.example/api:1', 'new.example/api:1', 'image old.example/api:1 → new.example/api:1'],
		['old.example/api:1', 'new.example/api:2', 'image old.example/api:1 → new.example/api:2'],
		['shop/api', 'shop/api:2', 'image api → 2'],
		['shop/api:1', 'shop/api', 'image api:1 → api'],
		[digest('a'), digest('b'), 'image api@aaaaaaaaaaaa → @bbbbbbbbbbbb'],
		['', 'shop/api:1', 'image  → api:1'],
	])('%j to %j', (before, after, words) => {
		expect(wordsOf(specOf({image: before}), specOf({image: after}))).toEqual([words]);
	});
});

describe('settings', () => {
	const secret = {valueFrom: {secretKeyRef: {name: 'db', key: 'url'}}};
	test.each([
		['added', [], [variable('A', '1')], 'env A added: 1'],
		['removed', [variable('A', '1')], [], 'env A removed, was 1'],
		['emptied', [variable('A', '1')], [variable('A', '')], 'env A 1 → empty'],
		[
			'secret by its name',
			[variable('DB_PASSWORD', 'a')],
			[variable('DB_PASSWORD', 'b')],
			'env DB_PASSWORD changed: ***',
		],
		[
			'secret in a part of its value',
			[variable('DATABASE_URL', 'postgres://shop:a@old/shop')],
			[variable('DATABASE_URL', 'postgres://shop:b@new/shop')],
			'env DATABASE_URL postgres://shop:***@old/shop → postgres://shop:***@new/shop',
		],
		[
			'taken from a Secret',
			[variable('DATABASE_URL', 'postgres://shop:a@db/shop')],
			[{name: 'DATABASE_URL', ...secret}],
			'env DATABASE_URL postgres://shop:***@db/shop → url of secret db',
		],
		[
			'taken from the pod',
			[],
			[{name: 'POD_IP', valueFrom: {fieldRef: {fieldPath: 'status.podIP'}}}],
			'env POD_IP added: a field of the pod',
		],
	])('%s', (_name, before, after, words) => {
		expect(wordsOf(specOf({env: before}), specOf({env: after}))).toEqual([words]);
	});

	test('sources of many: one for another, and one more', () => {
		const from = (...names: string[]): object => ({envFrom: names.map(name => ({configMapRef: {name}}))});
		expect(wordsOf(specOf(from('api-7h2k')), specOf(from('api-9f3m')))).toEqual([
			'settings from configmap api-7h2k → configmap api-9f3m',
		]);
		expect(wordsOf(specOf(from('api')), specOf(from('api', 'more')))).toEqual([
			'settings from added: configmap more',
		]);
	});
});

describe('commands', () => {
	test.each([
		[['--workers', '2', '--port', '80'], ['--workers', '4', '--port', '80'], 'args --workers 2 → --workers 4'],
		[['serve', '--debug'], ['serve'], 'args removed, was --debug'],
		[['serve'], ['serve', '--debug'], 'args added: --debug'],
		[['serve'], [], "args serve → the image's own"],
		[['--password', 'a'], ['--password', 'b'], 'args changed: --password ***'],
		[['-c', 'API_TOKEN=a run'], ['-c', 'API_TOKEN=a walk'], 'args -c API_TOKEN=*** run → -c API_TOKEN=*** walk'],
	])('%j to %j', (before, after, words) => {
		expect(wordsOf(specOf({args: before}), specOf({args: after}))).toEqual([words]);
	});

	test('a script is cut, and stays on its line', () => {
		const script = (end: string): object => ({
			command: ['sh', '-c', `set -e\n${'echo waiting\n'.repeat(50)}${end}`],
		});
		const [words = ''] = wordsOf(specOf(script('a')), specOf(script('b')));
		expect(words).toMatch(/^command changed: -c set -e echo waiting .*…$/);
		expect(words.length).toBeLessThan(110);
	});
});

test('probes: added, removed, and what of them changed', () => {
	const plain = specOf({readinessProbe: probe()});
	expect(wordsOf(specOf(), plain)).toEqual([
		'readiness probe added: GET /health on http every 10s, timeout 1s, 3 failures',
	]);
	const late = probe({initialDelaySeconds: 20, timeoutSeconds: 5, failureThreshold: 1, successThreshold: 2});
	const full = 'GET /health on http every 10s, timeout 5s, 1 failure, 2 successes, after 20s';
	expect(diffTemplates(plain, specOf({readinessProbe: late}))).toEqual([
		{
			what: 'readiness probe',
			container: 'api',
			before: 'GET /health on http every 10s, timeout 1s, 3 failures',
			after: full,
			words: 'readiness probe delay 0s → 20s, timeout 1s → 5s, failures 3 → 1, successes 1 → 2',
		},
	]);
	expect(wordsOf(plain, specOf({readinessProbe: {tcpSocket: {port: 8000}}}))).toEqual([
		'readiness probe GET /health on http → TCP on 8000',
	]);
	expect(wordsOf(plain, specOf({readinessProbe: {exec: {command: ['check', '--token=a']}}}))).toEqual([
		'readiness probe GET /health on http → check --token=***',
	]);
	expect(wordsOf(specOf({livenessProbe: {grpc: {port: 9000}}}), specOf())).toEqual([
		'liveness probe removed, was gRPC on 9000 every 10s, timeout 1s, 3 failures',
	]);
});

test('where there are several containers each change says whose it is, the app first', () => {
	const init = {initContainers: [{name: 'migrate', image: 'shop/api:1.8.2'}]};
	const newer = {initContainers: [{name: 'migrate', image: 'shop/api:1.9.0'}]};
	expect(wordsOf(specOf({}, init), specOf({image: 'shop/api:1.9.0'}, newer))).toEqual([
		'api: image ghcr.io/shop/api:1.8.2 → shop/api:1.9.0',
		'migrate: image api:1.8.2 → 1.9.0',
	]);
	expect(wordsOf(specOf(), specOf({}, init))).toEqual(['init container migrate added: api:1.8.2']);
	expect(wordsOf(specOf({}, init), specOf())).toEqual(['init container migrate removed']);
});

test('what surrounds the containers', () => {
	const before = specOf(
		{ports: [{name: 'http', containerPort: 8000}]},
		{
			volumes: [
				{name: 'config', configMap: {name: 'api-1'}},
				{name: 'data', persistentVolumeClaim: {claimName: 'data'}},
			],
			nodeSelector: {disk: 'ssd'},
		},
	);
	const after = specOf(
		{ports: [{name: 'http', containerPort: 9000}], lifecycle: {preStop: {exec: {command: ['sleep', '5']}}}},
		{
			volumes: [
				{name: 'config', projected: {sources: [{configMap: {name: 'api-2'}}, {secret: {name: 'db'}}]}},
				{name: 'scratch', emptyDir: {}},
			],
			tolerations: [{key: 'spot', operator: 'Exists', effect: 'NoSchedule'}, {operator: 'Exists'}],
			imagePullSecrets: [{name: 'ghcr'}],
		},
	);
	expect(wordsOf(before, after)).toEqual([
		'ports http 8000 → http 9000',
		'preStop hook none → yes',
		'volume config configmap api-1 → configmap api-2, secret db',
		'volume scratch added: not from a config',
		'volume data removed, was claim data',
		'pull secrets none → ghcr',
		'node selector disk=ssd → none',
		'tolerations none → spot:NoSchedule, every taint',
	]);
});
