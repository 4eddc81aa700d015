import {describe, expect, test} from 'vitest';
import {createSeededRandom} from '../../support/random.ts';
import {createLogServer, type Line, stampAt} from './log-server.ts';
import {ALL, createTailRig} from './rig.ts';

const line = (seconds: number, nanos: number, text: string): Line => ({stamp: stampAt(seconds, nanos), text});

/** Lines 0 to count - 1, of which several share a stamp, and neighbours may be out of order by some microseconds. */
function manyLines(count: number, random: () => number, jitterNanos: number): readonly Line[] {
	let [seconds, nanos] = [0, 0];
	return Array.from({length: count}, (_, index) => {
		if (random() < 0.6) nanos += Math.floor(random() * 2e8);
		if (nanos >= 9e8) [seconds, nanos] = [seconds + 1, 1e6];
		return line(seconds, nanos + Math.floor(random() * jitterNanos), String(index));
	});
}

describe('no line comes twice and none is missing', () => {
	test.each([
		['after clean ends', 0, (server: ReturnType<typeof createLogServer>) => server.end()],
		['after broken connections', 0, (server: ReturnType<typeof createLogServer>) => server.cut()],
		[
			'where stdout and stderr are out of order',
			2000,
			(server: ReturnType<typeof createLogServer>) => server.cut(),
		],
	])('%s', async (_, jitterNanos, interrupt) => {
		for (let seed = 1; seed <= 30; seed++) {
			const random = createSeededRandom(seed);
			const lines = manyLines(120, random, jitterNanos);
			const server = createLogServer({chunkBytes: 1 + Math.floor(random() * 200)});
			const rig = createTailRig(server.transport);
			for (let from = 0; from < lines.length;) {
				const to = from + 1 + Math.floor(random() * 12);
				await rig.advance(random() < 0.5 ? 3000 : 300);
				server.write(...lines.slice(from, to));
				from = to;
				// A cut in the middle of what is on its way, or after it.
				if (random() < 0.5) await rig.advance(0);
				if (random() < 0.5) interrupt(server);
			}
			await rig.advance(60_000);
			rig.tail.stop();
			expect(rig.texts(), `seed ${seed}`).toEqual(lines.map(({text}) => text));
		}
	});

	test('when many lines have one stamp', async () => {
		const server = createLogServer();
		const rig = createTailRig(server.transport);
		const same = (from: number, to: number): Line[] =>
			Array.from({length: to - from}, (_, index) => line(5, 7, String(from + index)));
		server.write(...same(0, 200));
		await rig.advance(3000);
		server.cut();
		server.write(...same(200, 203));
		await rig.advance(3000);
		rig.tail.stop();
		expect(rig.texts()).toEqual(Array.from({length: 203}, (_, index) => String(index)));
	});

	test('when it is left in the middle of a chunk', async () => {
		const server = createLogServer({chunkBytes: 1e6});
		const rig = createTailRig(server.transport);
		const texts = Array.from({length: 1800}, (_, index) => String(index));
		rig.onLines = () => rig.tail.reopen();
		server.write(...texts.map((text, index) => line(1, index, text)));
		for (let turn = 0; turn < 20; turn++) await rig.advance(100);
		rig.tail.stop();
		expect(rig.texts()).toEqual(texts);
	});

	test('when a rotation has taken what was read', async () => {
		const server = createLogServer();
		const rig = createTailRig(server.transport);
		server.write(line(1, 0, 'a'), line(1, 5, 'b'));
		await rig.advance(3000);
		server.end();
		server.rotate(2);
		server.write(line(1, 5, 'c'), line(1, 6, 'd'), line(9, 0, 'e'));
		await rig.advance(3000);
		rig.tail.stop();
		// c has the stamp of a line that was seen: nothing tells it apart from b.
		expect(rig.texts()).toEqual(['a', 'b', 'd', 'e']);
	});
});

test('a log that is silent gives no answer: it is followed all the same, and cuts of what is idle are no trouble', async () => {
	const server = createLogServer();
	server.hang();
	const rig = createTailRig(server.transport);
	await rig.advance(1999);
	expect(rig.states).toEqual([]);
	for (let times = 0; times < 5; times++) {
		await rig.advance(60_000);
		server.cut();
		await rig.advance(1000);
	}
	server.write(line(400, 0, 'at last'));
	await rig.advance(0);
	rig.tail.stop();
	expect([rig.states, rig.texts(), server.asked.length]).toEqual([['following'], ['at last'], 6]);
});

describe('a run', () => {
	test('that ended while the connection was broken is read to its end before the next one', async () => {
		const server = createLogServer();
		const rig = createTailRig(server.transport);
		server.write(line(1, 0, 'a'));
		await rig.advance(3000);
		server.refuse({kind: 'refused', message: 'down'});
		server.cut();
		server.write(line(2, 0, 'last words'));
		server.restart();
		server.write(line(3, 0, 'hello'));
		rig.run = '1';
		await rig.advance(5000);
		server.write(line(4, 0, 'more'));
		await rig.advance(1000);
		rig.tail.stop();
		expect(rig.texts()).toEqual(['a', 'last words', 'hello', 'more']);
		expect(server.asked).toEqual([
			'follow,true',
			`previous,true sinceTime,${stampAt(1).slice(0, 19)}Z`,
			`previous,true sinceTime,${stampAt(1).slice(0, 19)}Z`,
			`follow,true sinceTime,${stampAt(2).slice(0, 19)}Z`,
		]);
	});

	test('that ended so is read to its end also when nobody knows yet that there is another', async () => {
		const server = createLogServer();
		const rig = createTailRig(server.transport);
		server.write(line(1, 0, 'a'));
		await rig.advance(3000);
		server.cut();
		server.write(line(2, 0, 'last words'));
		server.restart();
		server.write(line(3, 0, 'hello'));
		await rig.advance(5000);
		rig.run = '1';
		server.cut();
		server.write(line(4, 0, 'more'));
		await rig.advance(5000);
		rig.tail.stop();
		expect(rig.texts()).toEqual(['a', 'last words', 'hello', 'more']);
	});

	test('that ends while it is followed is followed by the next one', async () => {
		const server = createLogServer();
		const rig = createTailRig(server.transport);
		server.write(line(1, 0, 'a'));
		await rig.advance(3000);
		server.restart();
		await rig.advance(100);
		server.write(line(2, 0, 'b'));
		rig.run = '1';
		rig.tail.retryNow();
		await rig.advance(1000);
		rig.tail.stop();
		expect(rig.texts()).toEqual(['a', 'b']);
		expect(rig.states).toEqual(['following']);
	});

	test('whose rest the kubelet has thrown away keeps nobody from the next one', async () => {
		const server = createLogServer();
		const rig = createTailRig(server.transport);
		server.write(line(1, 0, 'a'));
		await rig.advance(3000);
		server.cut();
		server.restart();
		server.write(line(3, 0, 'hello'));
		rig.run = '1';
		const busy = {kind: 'server', message: 'no rest'} as const;
		server.refuse(busy, busy, busy);
		await rig.advance(10_000);
		rig.tail.stop();
		expect(rig.texts()).toEqual(['a', 'hello']);
	});

	test('that writes no more is asked for less and less, until there is another one', async () => {
		const server = createLogServer();
		const rig = createTailRig(server.transport);
		server.write(line(1, 0, 'a'));
		server.finish();
		await rig.advance(120_000);
		expect(rig.states).toEqual(['following', 'ended: the container has stopped']);
		// After 0.2 s, then after three quarters of 1, 2, 4, 8, 16, 30, 30, 30, 30 s.
		expect(server.asked).toHaveLength(11);
		server.restart();
		server.write(line(200, 0, 'b'));
		rig.run = '1';
		rig.tail.retryNow();
		await rig.advance(0);
		rig.tail.stop();
		expect(rig.texts()).toEqual(['a', 'b']);
		expect(rig.states.at(-1)).toBe('following');
	});

	test('of a pod without a node is an empty log until it writes', async () => {
		const server = createLogServer();
		server.finish();
		const rig = createTailRig(server.transport);
		await rig.advance(10_000);
		expect(rig.states.slice(0, 3)).toEqual([
			'following',
			'waiting 1500 ms: nothing has been written yet',
			'waiting 3000 ms: nothing has been written yet',
		]);
		server.restart();
		server.write(line(9, 0, 'a'));
		await rig.advance(10_000);
		rig.tail.stop();
		expect([rig.texts(), rig.states.at(-1)]).toEqual([['a'], 'following']);
	});

	test('before is read to its end and not followed', async () => {
		const server = createLogServer();
		server.write(line(1, 0, 'a'), line(2, 0, 'b'));
		server.restart();
		const rig = createTailRig(server.transport, {previous: true});
		await rig.advance(600_000);
		rig.tail.stop();
		expect(rig.texts()).toEqual(['a', 'b']);
		expect(rig.states).toEqual(['following', 'ended: all of the run before is read']);
		expect(server.asked).toEqual(['previous,true']);
	});
});

describe('how far back', () => {
	test.each([
		[{sinceMs: 300_000, lines: 1000}, 'follow,true tailLines,1000 sinceSeconds,300'],
		[{sinceMs: 20, lines: undefined}, 'follow,true sinceSeconds,1'],
		[{sinceMs: undefined, lines: 0}, 'follow,true tailLines,0'],
		[{sinceMs: undefined, lines: undefined}, 'follow,true'],
	])('%o is asked for as %s', async (range, query) => {
		const server = createLogServer();
		const rig = createTailRig(server.transport, {range: {...ALL, ...range}});
		await rig.advance(0);
		rig.tail.stop();
		expect(server.asked).toEqual([query]);
	});

	test('from now on means from the first answer on, also after a cut', async () => {
		const server = createLogServer();
		server.write(line(-5, 0, 'old'));
		const rig = createTailRig(server.transport, {range: {...ALL, lines: 0}});
		await rig.advance(3000);
		server.cut();
		server.write(line(3, 0, 'new'));
		await rig.advance(3000);
		rig.tail.stop();
		expect(rig.texts()).toEqual(['new']);
	});

	test('what is older than the lines asked for does not come after a cut either', async () => {
		const server = createLogServer();
		server.write(line(1, 1, 'a'), line(1, 2, 'b'), line(1, 3, 'c'));
		const rig = createTailRig(server.transport, {range: {...ALL, lines: 2}});
		await rig.advance(3000);
		server.cut();
		await rig.advance(3000);
		rig.tail.stop();
		expect(rig.texts()).toEqual(['b', 'c']);
	});
});
