import {expect, test} from 'vitest';
import {createLedger} from '../../src/session/ledger.ts';

test('is idle when all that has begun has ended, however often an end is told', async () => {
	const ledger = createLedger();
	const endList = ledger.begin('list pods');
	const endCommit = ledger.begin('commit');
	let idle = false;
	const waiting = ledger.whenIdle().then(() => {
		idle = true;
	});
	endList();
	endList();
	await Promise.resolve();
	expect([idle, ledger.busy]).toEqual([false, ['commit']]);
	endCommit();
	await waiting;
	expect(ledger.busy).toEqual([]);
	await ledger.whenIdle();
});
