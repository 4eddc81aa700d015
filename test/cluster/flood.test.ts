import {expect, test} from 'vitest';
import {measureFlood} from '../bench/measure-flood.ts';
import {findKit} from '../support/kit.ts';

const kit = findKit();

if ('skipped' in kit) test.skip(kit.skipped, () => undefined);
else {
	test('of twenty pods that write a thousand lines a second each, every line comes once', async () => {
		const terms = {pods: 20, linesPerSecond: 1000, seconds: 10};
		const measured = await measureFlood(kit, terms, () => undefined);
		expect(measured).toMatchObject({'lines in all': 200_000, 'lost, doubled or out of order': 0});
	});
}
