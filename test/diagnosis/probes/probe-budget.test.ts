import {describe, expect, test} from 'vitest';
import {podSpecOf} from '../../../src/kinds/pod-spec.ts';
import {createIntern} from '../../../src/lib/intern.ts';
import type {ContainerSpec, Probe} from '../../../src/model/pod-spec.ts';
import {
	budgetMs,
	budgetWords,
	probePort,
	probeTarget,
	probeWords,
	readinessGraceMs,
} from '../../../src/diagnosis/probe-budget.ts';

/** A container as its template names it. */
function specOf(container: object): ContainerSpec {
	const [spec] = podSpecOf({containers: [{name: 'api', ...container}]}, createIntern()).containers;
	if (spec === undefined) throw new Error('a pod has a container');
	return spec;
}

function probeOf(probe: object): Probe {
	const {readiness} = specOf({readinessProbe: probe});
	if (readiness === undefined) throw new Error('it was given one');
	return readiness;
}

describe('a probe in words', () => {
	const ports = [{name: 'http', port: 8000, protocol: 'TCP'}];

	test('Kubernetes’ own numbers', () => {
		const probe = probeOf({httpGet: {path: '/health', port: 'http'}});
		expect(probeWords('liveness', probe, ports)).toBe('GET :8000/health every 10s, killed after 3 misses = 30s');
		expect(probeWords('readiness', probe)).toBe('GET :http/health every 10s, out of service after 3 misses = 30s');
		expect(probeWords('startup', probe, ports)).toBe(
			'GET :8000/health every 10s, killed when not up after 3 misses = 30s',
		);
	});

	test('numbers of its own', () => {
		const numbers = {initialDelaySeconds: 30, periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 1};
		expect(probeWords('liveness', probeOf({tcpSocket: {port: 5432}, ...numbers}))).toBe(
			'TCP :5432 every 5s, from 30s on, each within 3s, killed after 1 miss = 5s',
		);
		expect(budgetWords(probeOf({grpc: {port: 9000}, ...numbers}))).toBe('30s delay, then 1 miss every 5s = 35s');
	});

	test('each way to ask', () => {
		expect(probeTarget(probeOf({httpGet: {path: '/', port: 8443, scheme: 'HTTPS'}}))).toBe('GET https://:8443/');
		expect(probeTarget(probeOf({grpc: {port: 9000}}))).toBe('gRPC :9000');
		expect(probeTarget(probeOf({exec: {command: ['pg_isready', '-U', 'shop']}}))).toBe('pg_isready -U shop');
		expect(probeTarget(probeOf({exec: {}}))).toBe('its command');
		expect(
			probeTarget(probeOf({exec: {command: ['sh', '-c', `PGPASSWORD=hunter2 psql ${'x'.repeat(500)}`]}})),
		).toMatch(/^sh -c PGPASSWORD=\*\*\* psql x+…$/);
	});

	test('a port by number, by name, and one that is not there', () => {
		expect(probePort(probeOf({tcpSocket: {port: 5432}}), ports)).toBe(5432);
		expect(probePort(probeOf({httpGet: {port: 'http'}}), ports)).toBe(8000);
		expect(probePort(probeOf({httpGet: {port: 'web'}}), ports)).toBeUndefined();
		expect(probePort(probeOf({exec: {command: ['true']}}), ports)).toBeUndefined();
	});
});

describe('what time a container has', () => {
	test('startup first, then readiness', () => {
		const spec = specOf({
			startupProbe: {httpGet: {port: 8000}, periodSeconds: 5, failureThreshold: 18},
			readinessProbe: {httpGet: {port: 8000}, initialDelaySeconds: 2, periodSeconds: 5},
		});
		expect(budgetMs(spec.startup)).toBe(90_000);
		expect(readinessGraceMs(spec)).toBe(107_000);
	});

	test('without probes none is needed', () => {
		expect(readinessGraceMs(specOf({}))).toBe(0);
		expect(budgetMs(undefined)).toBe(0);
	});
});
