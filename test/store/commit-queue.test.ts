import {expect, test} from 'vitest';
import {createCommitQueue} from '../../src/store/commit-queue.ts';
import {createVirtualClock} from '../support/virtual-clock.ts';

test('a flood of events is committed twenty times a second', async () => {
	const {clock, advance, pending} = createVirtualClock();
	let commits = 0;
	const queue = createCommitQueue(
		clock,
		() => {
			commits += 1;
		},
		() => 50,
	);
	for (let event = 0; event < 1000; event++) {
		queue.wake();
		await advance(1);
	}
	await advance(50);
	expect(commits).toBeGreaterThanOrEqual(20);
	expect(commits).toBeLessThanOrEqual(22);
	expect([queue.idle, pending()]).toEqual([true, 0]);
});

test('the first event after a rest does not wait', async () => {
	const {clock, advance} = createVirtualClock();
	let commits = 0;
	const queue = createCommitQueue(
		clock,
		() => {
			commits += 1;
		},
		() => 50,
	);
	await advance(1000);
	queue.wake();
	await advance(0);
	expect(commits).toBe(1);
});

test('a key press commits what waits, and nothing when nothing waits', () => {
	const {clock} = createVirtualClock();
	let commits = 0;
	const queue = createCommitQueue(
		clock,
		() => {
			commits += 1;
		},
		() => 50,
	);
	queue.flush();
	queue.wake();
	queue.flush();
	queue.flush();
	expect(commits).toBe(1);
});
