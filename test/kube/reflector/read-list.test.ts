import {Readable} from 'node:stream';
import {expect, test} from 'vitest';
import {readList} from '../../../src/kube/reflector/read-list.ts';
import {createVirtualClock} from '../../support/virtual-clock.ts';
import {listOf} from './rig.ts';

test('a long list leaves the event loop free after each 8 ms', async () => {
	const {clock} = createVirtualClock();
	let now = 0;
	// Each item takes 3 ms.
	const slow = {...clock, now: () => now};
	const log: string[] = [];
	const reader = {
		item() {
			now += 3;
			log.push('item');
			setImmediate(() => log.push('key'));
		},
		paused: () => log.push('paused'),
	};
	await readList(
		Readable.from([Buffer.from(listOf(['a', 'b', 'c', 'd', 'e', 'f', 'g']))]),
		reader,
		slow,
		new AbortController().signal,
	);
	const slice = ['item', 'item', 'item', 'key', 'key', 'key', 'paused'];
	expect(log).toEqual([...slice, ...slice, 'item']);
});

test('a clock that is set back does not stretch a slice', async () => {
	const {clock} = createVirtualClock();
	let now = 1e6;
	const log: string[] = [];
	const reader = {
		item() {
			now -= 1000;
			log.push('item');
		},
		paused: () => log.push('paused'),
	};
	await readList(
		Readable.from([Buffer.from(listOf(['a', 'b']))]),
		reader,
		{...clock, now: () => now},
		new AbortController().signal,
	);
	expect(log).toEqual(['item', 'paused', 'item', 'paused']);
});

test('what is read is counted', async () => {
	const chunks = [Buffer.from(listOf(['ä'])).subarray(0, 20), Buffer.from(listOf(['ä'])).subarray(20)];
	const counts: number[] = [];
	const reader = {item() {}, bytes: (count: number) => counts.push(count)};
	await readList(Readable.from(chunks), reader, createVirtualClock().clock, new AbortController().signal);
	expect(counts).toEqual(chunks.map(({length}) => length));
});
