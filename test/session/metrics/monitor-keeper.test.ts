import {expect, test} from 'vitest';
import {FaultError} from '../../../src/kube/fault.ts';
import type {Ask, Transport} from '../../../src/kube/ports.ts';
import {createLedger} from '../../../src/session/ledger.ts';
import {createMonitorKeeper} from '../../../src/session/metrics/monitor-keeper.ts';

const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

test.each([
	['shop', '/apis/monitoring.coreos.com/v1/namespaces/shop/podmonitors?limit=1000'],
	['', '/apis/monitoring.coreos.com/v1/podmonitors?limit=1000'],
])('monitors of the namespace %j are read once', async (namespace, expected) => {
	const asked: string[] = [];
	const json = async ({path}: Pick<Ask, 'path'>): Promise<unknown> => {
		asked.push(path);
		const item = {metadata: {namespace: 'shop'}, spec: {podMetricsEndpoints: [{port: 'metrics'}]}};
		return {items: path.includes('podmonitors') ? [item] : 'nonsense'};
	};
	let wakes = 0;
	const ledger = createLedger();
	const keeper = createMonitorKeeper({transport: {json} as unknown as Transport, ledger, wake: () => (wakes += 1)});
	expect(keeper.known()).toEqual([]);
	keeper.look(namespace);
	keeper.look(namespace);
	await turn();
	expect([asked.length, asked[0], wakes, ledger.busy]).toEqual([2, expected, 1, []]);
	expect(keeper.known()).toMatchObject([{of: 'pod', namespaces: ['shop']}]);
	expect(keeper.known()).toBe(keeper.known());
});

test('without the operator, or the right, there are none', async () => {
	const ledger = createLedger();
	const refused = Promise.reject(new FaultError({kind: 'not-found', message: 'no', status: 404} as never));
	refused.catch(() => undefined);
	const keeper = createMonitorKeeper({
		transport: {json: () => refused} as unknown as Transport,
		ledger,
		wake() {
			throw new Error('there is nothing new');
		},
	});
	keeper.look('shop');
	await turn();
	expect([keeper.known(), ledger.busy]).toEqual([[], []]);
});
