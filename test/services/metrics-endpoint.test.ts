import {describe, expect, test} from 'vitest';
import {createIntern} from '../../src/lib/intern.ts';
import {projectPod} from '../../src/kinds/entries/pod/project.ts';
import type {ServiceObjectRow} from '../../src/model/network.ts';
import type {PodRow} from '../../src/model/pod.ts';
import {metricsEndpointOf} from '../../src/services/metrics-endpoint.ts';
import {monitorsOf} from '../../src/services/monitors.ts';
import {container, pod, service} from '../support/rows.ts';

type Port = readonly [name: string, port: number];

const podOf = (ports: readonly Port[], fields: Partial<PodRow> = {}): PodRow =>
	pod({
		labels: {app: 'api'},
		containers: [container({ports: ports.map(([name, port]) => ({name, port, protocol: 'TCP'}))})],
		...fields,
	});

describe('where a pod shows its metrics', () => {
	test.each([
		[
			'its annotations',
			[['http', 8000]],
			{scrape: 'true', port: '9102', path: '/stats', scheme: 'https'},
			'https://9102/stats annotation',
		],
		[
			'a path without a slash',
			[],
			{scrape: 'true', port: '80', path: 'stats?a=b'},
			'http://80/stats?a=b annotation',
		],
		[
			'annotations without a port',
			[
				['http', 8000],
				['metrics', 9100],
			],
			{scrape: 'true'},
			'http://9100/metrics annotation',
		],
		['annotations of nonsense', [['http', 8000]], {scrape: 'true', port: '99999'}, 'http://8000/metrics guess'],
		[
			'the name of a port',
			[
				['http', 8000],
				['http-metrics', 9100],
			],
			undefined,
			'http://9100/metrics port name',
		],
		[
			'a port named for Prometheus',
			[
				['http', 8000],
				['prometheus', 9100],
			],
			undefined,
			'http://9100/metrics port name',
		],
		[
			'a port that speaks HTTP',
			[
				['grpc', 50051],
				['web', 7000],
			],
			undefined,
			'http://7000/metrics guess',
		],
		['a port where web apps listen', [['main', 8080]], undefined, 'http://8080/metrics guess'],
		['nothing', [['sql', 5432]], undefined, undefined],
		['no port', [], undefined, undefined],
		['annotations that forbid it', [['http', 8000]], {scrape: 'false', port: '8000'}, undefined],
	] as const)('is told by %s', (_what, ports, prometheus, told) => {
		expect(written(metricsEndpointOf(podOf(ports, prometheus && {prometheus})))).toBe(told);
	});

	test.each([
		['../../../secrets/x', '/secrets/x'],
		['/a/../../..//b', '//b'],
		['/m\r\nX-Evil: 1', '/mX-Evil:%201'],
		['//elsewhere.test/x', '//elsewhere.test/x'],
		['/größe#x', '/gr%C3%B6%C3%9Fe'],
		['\\..\\..\\secrets', '/secrets'],
		['/%2e%2e/%2E%2E/secrets', '/secrets'],
		['\ud800', '/%EF%BF%BD'],
	])('a path cannot lead astray: %j', (path, asked) => {
		const found = metricsEndpointOf(podOf([['http', 80]], {prometheus: {scrape: 'true', path}}));
		expect(found?.path).toBe(asked);
	});
});

describe('a monitor', () => {
	const monitor = (spec: object, namespace = 'shop') => ({metadata: {namespace}, spec});
	const selector = {matchLabels: {app: 'api'}};
	const api: ServiceObjectRow = service({
		labels: {app: 'api'},
		selector: {app: 'api'},
		ports: [{name: 'web', port: 80, targetPort: 'http', nodePort: undefined, protocol: 'TCP'}],
	});
	const endpoint = (of: 'pod' | 'service', object: unknown, services = [api]): string | undefined =>
		written(
			metricsEndpointOf(
				podOf([
					['http', 8000],
					['metrics', 9100],
				]),
				monitorsOf(of, [object]),
				services,
			),
		);
	const other = 'http://9100/metrics port name';

	test.each([
		[
			'names a port of the pod',
			monitor({selector, podMetricsEndpoints: [{port: 'http'}]}),
			'http://8000/metrics monitor',
		],
		[
			'names a number',
			monitor({selector, podMetricsEndpoints: [{portNumber: 7777, scheme: 'HTTPS', path: '/m'}]}),
			'https://7777/m monitor',
		],
		[
			'has parameters',
			monitor({selector, podMetricsEndpoints: [{port: 'http', params: {format: ['a b'], x: ['1', '2']}}]}),
			'http://8000/metrics?format=a+b&x=1&x=2 monitor',
		],
		[
			'selects everything',
			monitor({selector: {}, podMetricsEndpoints: [{port: 'http'}]}),
			'http://8000/metrics monitor',
		],
		['is of another namespace', monitor({selector, podMetricsEndpoints: [{port: 'http'}]}, 'monitoring'), other],
		[
			'looks everywhere',
			monitor({selector, namespaceSelector: {any: true}, podMetricsEndpoints: [{port: 'http'}]}, 'monitoring'),
			'http://8000/metrics monitor',
		],
		[
			'names our namespace',
			monitor(
				{selector, namespaceSelector: {matchNames: ['shop']}, podMetricsEndpoints: [{port: 'http'}]},
				'monitoring',
			),
			'http://8000/metrics monitor',
		],
		[
			'selects others',
			monitor({selector: {matchLabels: {app: 'web'}}, podMetricsEndpoints: [{port: 'http'}]}),
			other,
		],
		['names a port that is not there', monitor({selector, podMetricsEndpoints: [{port: 'sql'}]}), other],
		['is nonsense', {metadata: 7, spec: {podMetricsEndpoints: [null, 3, {}]}}, other],
		['is nothing', null, other],
	])('of pods that %s', (_what, object, told) => {
		expect(endpoint('pod', object)).toBe(told);
	});

	test('of Services leads by the port of the Service to that of the pod', () => {
		const object = monitor({selector, endpoints: [{port: 'web'}]});
		expect(endpoint('service', object)).toBe('http://8000/metrics monitor');
		expect(endpoint('service', object, [])).toBe(other);
		expect(endpoint('service', object, [{...api, selector: {app: 'web'}}])).toBe(other);
		expect(endpoint('service', monitor({selector, endpoints: [{targetPort: 9999}]}))).toBe(
			'http://9999/metrics monitor',
		);
	});
});

describe("a pod's row", () => {
	const row = (annotations: unknown): PodRow =>
		projectPod({metadata: {name: 'a', annotations}} as Parameters<typeof projectPod>[0], createIntern());

	test('keeps what its annotations say of metrics, and no other', () => {
		const annotations = {
			'prometheus.io/port': '8000',
			'prometheus.io/scrape': 'true',
			'prometheus.io/x': 'y',
			other: 'z',
		};
		expect(row(annotations).prometheus).toEqual({scrape: 'true', port: '8000'});
	});

	test.each([[undefined], [{}], [{other: 'z'}], [7], [{'prometheus.io/port': 7}]])(
		'without any has no such field: %j',
		annotations => {
			expect('prometheus' in row(annotations)).toBe(false);
		},
	);
});

function written(endpoint: ReturnType<typeof metricsEndpointOf>): string | undefined {
	return endpoint && `${endpoint.scheme}://${endpoint.port}${endpoint.path} ${endpoint.from}`;
}
