import {expect, test} from 'vitest';
import {isProbe} from '../../../src/services/traffic/probe-request.ts';
import {requestOf} from './scene.ts';

test.each([
	...[
		'/health',
		'/healthz',
		'/health/ready',
		'/ready',
		'/readyz?verbose',
		'/livez',
		'/live',
		'/ping',
		'/metrics',
		'/health/',
	],
	...[
		'/actuator/health',
		'/actuator/health/liveness',
		'/-/healthy',
		'/api/v1/health',
		'/_health',
		'/healthcheck',
		'/up',
		'/HEALTH',
	],
])('%s is asked by what watches', path => {
	expect(isProbe(requestOf({path}))).toBe(true);
	expect(isProbe(requestOf({path, method: 'HEAD'}))).toBe(true);
	expect(isProbe(requestOf({path, method: ''}))).toBe(true);
	expect(isProbe(requestOf({path, method: 'POST'}))).toBe(false);
});

test.each([
	...[
		'/',
		'/status',
		'/health/patients',
		'/healthy-food',
		'/metrics/7',
		'/pingpong',
		'/upload',
		'/live/7',
		'/items/health',
	],
	...['/readiness-report', '/health/patients/ready', '/livestream'],
])('%s is asked by somebody', path => expect(isProbe(requestOf({path}))).toBe(false));

test.each(['kube-probe/1.33', 'Prometheus/2.53.0', 'GoogleHC/1.0', 'ELB-HealthChecker/2.0'])('%s watches', agent => {
	expect(isProbe(requestOf({agent, method: 'POST'}))).toBe(true);
});

test('a browser does not', () => {
	expect(isProbe(requestOf({agent: 'Mozilla/5.0 (kube-probe/1.33)'}))).toBe(false);
});
