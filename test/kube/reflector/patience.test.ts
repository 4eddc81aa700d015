import {describe, expect, test} from 'vitest';
import type {Fault} from '../../../src/kube/fault.ts';
import {createPatience} from '../../../src/kube/reflector/patience.ts';
import {createVirtualClock} from '../../support/virtual-clock.ts';

const fault = (kind: Fault['kind'], retryAfterMs?: number): Fault => ({
	kind,
	message: '',
	...(retryAfterMs !== undefined && {retryAfterMs}),
});

/** The delays after these faults, one right after the other, when chance gives its most. */
function delaysAfter(faults: readonly Fault[], chance = 1): number[] {
	const patience = createPatience(createVirtualClock().clock, () => chance);
	return faults.map(one => patience(one));
}

describe('the wait after a fault', () => {
	test.each<[Fault['kind']]>([
		['refused'],
		['unreachable'],
		['timeout'],
		['tls'],
		['server'],
		['protocol'],
		['throttled'],
	])('%s: doubles from 0.8 s to 30 s', kind => {
		expect(delaysAfter(Array.from({length: 8}, () => fault(kind)))).toEqual([
			800, 1600, 3200, 6400, 12_800, 25_600, 30_000, 30_000,
		]);
	});

	test('is anything from nothing to that, by chance', () => {
		expect(delaysAfter([fault('refused'), fault('refused')], 0)).toEqual([0, 0]);
		expect(delaysAfter([fault('refused'), fault('refused')], 0.25)).toEqual([200, 400]);
	});

	test('is long where only a person can help, and does not count as a failure', () => {
		const faults = [
			fault('forbidden'),
			fault('missing'),
			fault('unauthorized'),
			fault('credential'),
			fault('server'),
		];
		expect(delaysAfter(faults)).toEqual([300_000, 300_000, 30_000, 30_000, 800]);
	});

	test('is none for a first expired version, and grows when that goes on', () => {
		expect(delaysAfter([fault('expired'), fault('expired'), fault('expired')])).toEqual([0, 1600, 3200]);
		expect(delaysAfter([fault('server'), fault('expired')])).toEqual([800, 1600]);
	});

	test('is never shorter than the server asks, and never longer than five minutes and the back-off', () => {
		expect(delaysAfter([fault('throttled', 7000), fault('server', 1e12)])).toEqual([7800, 301_600]);
	});

	test('begins anew after more than two minutes without a fault', async () => {
		const time = createVirtualClock();
		const patience = createPatience(time.clock, () => 1);
		const delays = [patience(fault('server')), patience(fault('server'))];
		await time.advance(120_000);
		delays.push(patience(fault('server')));
		await time.advance(120_001);
		delays.push(patience(fault('server')));
		expect(delays).toEqual([800, 1600, 3200, 800]);
	});
});
