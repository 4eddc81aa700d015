import {afterEach, describe, expect, test} from 'vitest';
import {drive, type Drive} from '../support/drive.ts';
import {screen} from '../support/texts.ts';

let open: Drive | undefined;
afterEach(async () => {
	await open?.stop();
	open = undefined;
});

/** The numbers of the lines that are kept, in their order. */
function numbersKept({app}: Drive): readonly number[] {
	const lines = app.session.logView?.book.lines ?? [];
	return lines.flatMap(({text}) => {
		const [, number] = / seq=(\d+)/.exec(text) ?? [];
		return number === undefined ? [] : [Number(number)];
	});
}

describe('a pod that writes a thousand lines a second', () => {
	test('is followed, paused and filtered without the loss of a line', async () => {
		open = await drive({scenario: 'log-flood', namespace: 'shop'});
		open.type(':po\r/api\r');
		await open.settle();
		// Only what comes from now on.
		open.press('l', '0');
		await open.settle();
		const before = numbersKept(open).length;
		open.press('s');
		await open.advance(4000);
		const numbers = numbersKept(open);
		const first = numbers[0] ?? 0;
		expect(numbers).toEqual(numbers.map((_, index) => first + index));
		expect(numbers.length - before).toBe(4000);
		expect(screen(open)).toMatch(/paused · \+4,000 new/);
		open.type('/seq=\\d*77\\b\r');
		await open.settle();
		const wanted = numbers.filter(number => number % 100 === 77).length;
		expect(screen(open)).toMatch(new RegExp(`\\b${wanted} of ${numbers.length.toLocaleString('en-US')} lines`));
	});
});
