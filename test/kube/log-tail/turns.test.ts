import {expect, test} from 'vitest';
import {createTurns} from '../../../src/kube/log-tail/turns.ts';

test('workers share slices of time, and the loop has its turn between them', async () => {
	let now = 0;
	const takeTurn = createTurns({now: () => now, after: () => () => {}, every: () => () => {}});
	const log: string[] = [];
	let isDone = false;
	const loop = async (): Promise<void> => {
		while (!isDone) {
			log.push('|');
			await new Promise(resolve => setImmediate(resolve));
		}
	};
	const work = async (name: string): Promise<void> => {
		for (let piece = 0; piece < 4; piece++) {
			const turn = takeTurn();
			if (turn !== undefined) await turn;
			log.push(name);
			now += 4;
		}
	};
	const others = loop();
	await Promise.all(['a', 'b', 'c'].map(work));
	isDone = true;
	await others;
	const slices = log
		.join('')
		.split('|')
		.filter(slice => slice !== '');
	expect(slices.join('').split('').toSorted().join('')).toBe('aaaabbbbcccc');
	// Two pieces of 4 ms use up a slice of 8.
	expect(Math.max(...slices.map(({length}) => length))).toBe(2);
});
