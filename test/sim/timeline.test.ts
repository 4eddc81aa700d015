import {expect, test} from 'vitest';
import {createTimeline} from '../../src/sim/timeline.ts';
import {createVirtualClock} from '../support/virtual-clock.ts';

test('the past runs at once, in order, at its own times', () => {
	const {clock} = createVirtualClock(10_000);
	const timeline = createTimeline(clock, 4000);
	const seen: string[] = [];
	const note = (what: string) => (): void => void seen.push(`${what} ${timeline.now()}`);
	timeline.after(2000, note('second'));
	timeline.after(1000, () => {
		note('first')();
		timeline.after(1500, note('planned by the first'));
	});
	timeline.after(2000, note('third, planned after the second'));
	timeline.after(7000, note('not yet'));
	expect(timeline.now()).toBe(4000);
	timeline.start();
	expect([...seen, timeline.now()]).toEqual([
		'first 5000',
		'second 6000',
		'third, planned after the second 6000',
		'planned by the first 6500',
		10_000,
	]);
});

test('the future follows the clock with one timer', async () => {
	const {clock, advance, pending} = createVirtualClock(0);
	const timeline = createTimeline(clock, 0);
	const seen: string[] = [];
	timeline.start();
	timeline.after(500, () => seen.push(`later ${timeline.now()}`));
	const cancel = timeline.every(200, () => seen.push(`every ${timeline.now()}`));
	timeline.after(100, () => seen.push(`sooner ${timeline.now()}`));
	expect(pending()).toBe(1);
	await advance(450);
	cancel();
	await advance(1000);
	expect(seen).toEqual(['sooner 100', 'every 200', 'every 400', 'later 500']);
	timeline.stop();
	expect(pending()).toBe(0);
});

test('after something throws it goes on', async () => {
	const {clock, advance} = createVirtualClock(0);
	const timeline = createTimeline(clock, 0);
	timeline.start();
	const seen: number[] = [];
	timeline.after(100, () => {
		throw new Error('a bug');
	});
	timeline.after(200, () => seen.push(timeline.now()));
	await expect(advance(150)).rejects.toThrow('a bug');
	await advance(100);
	expect(seen).toEqual([200]);
});
