import {describe, expect, test} from 'vitest';
import type {Fault} from '../../../src/kube/fault.ts';
import {bookmark, createRig, errorEvent, event, listOf, type Rig} from './rig.ts';
import {openEnd, type Reply} from './scripted-transport.ts';

const LIST = '/api/v1/pods?limit=2';
const watchFrom = (resourceVersion: string): string =>
	`/api/v1/pods?watch=true&allowWatchBookmarks=true&resourceVersion=${resourceVersion}`;
const PAGES = [
	listOf(['a', 'b'], {resourceVersion: '10', continue: 'x&y', remainingItemCount: 1}),
	listOf(['c'], {resourceVersion: '10'}),
];
/** What the log holds after a list of one page with the object `a`. */
const LISTED = ['begin', 'listing 0 of ?', 'put a', 'listing 1 of ?', 'complete', 'watching from 10'];
const fault = (kind: Fault['kind'], message: string, more: Partial<Fault> = {}): Fault => ({kind, message, ...more});

/** Plays until the sink has heard the entry, then stops. */
async function play(script: readonly Reply[], entry: string, times = 1): Promise<Rig> {
	const rig = createRig(script);
	await rig.heard(entry, times);
	rig.reflector.stop();
	return rig;
}

describe('watching', () => {
	test('puts what was added or changed, drops what was deleted, and goes on from the newest version', async () => {
		const lines = [
			event('ADDED', 'b', '11'),
			event('MODIFIED', 'a', '12'),
			event('DELETED', 'b', '13'),
			bookmark('20'),
		];
		const watch = openEnd(...lines);
		const rig = createRig([listOf(['a']), watch, openEnd()]);
		await rig.heard('watching from 20');
		await rig.advance(5000);
		watch.push(null);
		await rig.heard('watching from 20', 2);
		rig.reflector.stop();
		const watched = ['put b', 'put a', 'drop b', 'watching from 20', 'watching from 20'];
		expect(rig.log).toEqual([...LISTED, ...watched, 'stopped']);
		expect(rig.asked).toEqual([LIST, watchFrom('10'), watchFrom('20')]);
	});

	test('a bookmark tells that everything up to its version has been applied', async () => {
		const {log} = await play(
			[listOf(['a']), openEnd(event('ADDED', 'b', '11'), bookmark('20'))],
			'watching from 20',
		);
		expect(log).toEqual([...LISTED, 'put b', 'watching from 20', 'stopped']);
	});

	test('a line may end anywhere in a chunk, and one that was cut off counts for nothing', async () => {
		const bytes = Buffer.from(event('ADDED', 'b', '11') + event('ADDED', 'ü', '12'));
		for (const at of [1, 50, bytes.length - 40, bytes.length - 1]) {
			const watch = openEnd();
			watch.push(bytes.subarray(0, at));
			watch.push(bytes.subarray(at));
			watch.push(event('ADDED', 'c', '13').slice(0, -1));
			const rig = createRig([listOf(['a']), watch, openEnd()]);
			await rig.heard('put ü');
			await rig.advance(1000);
			watch.push(null);
			await rig.heard('watching from 12');
			rig.reflector.stop();
			expect(rig.log).toEqual([...LISTED, 'put b', 'put ü', 'watching from 12', 'stopped']);
		}
	});

	test('what is no event is named, and the watch goes on', async () => {
		const lines = [
			'garbage\n',
			'\n',
			'{"type":7,"object":{}}\n',
			'{"object":{}}\n',
			event('SURPRISE', 'a', '11'),
			'{"type":"ADDED"}\n',
			'{"type":"DELETED","object":{"metadata":{"name":"no-uid"}}}\n',
			event('ADDED', 'b', '12'),
		];
		const {log} = await play([listOf(['a']), openEnd(...lines)], 'put b');
		const noEvent = 'problem: a line of the watch that is no event or above 8 MB';
		expect(log.slice(LISTED.length)).toEqual([
			...[noEvent, noEvent, noEvent, noEvent],
			'problem: shop/a',
			'problem: an object that is no JSON or above 8 MB',
			'problem: no-uid',
			'put b',
			'stopped',
		]);
	});

	test('an object of 1 MB is nothing special', async () => {
		const line = event('ADDED', 'b', '11').replace('"nodeName":"n"', `"nodeName":"${'n'.repeat(1024 * 1024)}"`);
		const chunks = line.match(/[^]{1,65536}/g) ?? [];
		const {log} = await play([listOf(['a']), openEnd(...chunks)], 'put b');
		expect(log).toEqual([...LISTED, 'put b', 'stopped']);
	});

	test('a watch that is closed at once is waited out, longer each time', async () => {
		const rig = createRig([listOf(['a']), '', '', '', openEnd()]);
		for (const delayMs of [400, 800, 1600]) {
			await rig.heard(`waiting ${delayMs} ms: The server closes each watch at once.`);
			await rig.advance(delayMs);
		}
		await rig.heard('watching from 10', 4);
		rig.reflector.stop();
		expect(rig.asked).toEqual([LIST, ...Array.from({length: 4}, () => watchFrom('10'))]);
	});

	test('a connection that breaks is waited out, and nothing is listed again', async () => {
		const watch = openEnd(event('ADDED', 'b', '11'), event('ADDED', 'c', '12').slice(0, 30));
		const rig = createRig([listOf(['a']), watch, fault('refused', 'refused'), openEnd(event('ADDED', 'c', '12'))]);
		await rig.heard('put b');
		watch.destroy(new Error('read ECONNRESET'));
		await rig.heard('waiting 400 ms: The connection was lost: read ECONNRESET');
		await rig.advance(400);
		await rig.heard('waiting 800 ms: refused');
		await rig.advance(800);
		await rig.heard('put c');
		rig.reflector.stop();
		expect(rig.asked).toEqual([LIST, watchFrom('10'), watchFrom('11'), watchFrom('11')]);
	});

	test.each<[string, Reply]>([
		['as the answer', fault('expired', 'too old resource version')],
		['as an event', openEnd(errorEvent(410, 'too old resource version'))],
		[
			'as words about a version that the server has not reached',
			openEnd(errorEvent(504, 'Too large resource version: 10, current: 3')),
		],
	])('410 %s lists anew, without dropping what was there', async (_, reply) => {
		const rig = createRig([listOf(['a']), reply, listOf(['b'], {resourceVersion: '30'}), openEnd()]);
		for (let seconds = 0; seconds < 2; seconds++) {
			await rig.requested(2);
			await rig.advance(1000);
		}
		await rig.heard('watching from 30');
		rig.reflector.stop();
		expect(rig.log.filter(entry => !entry.startsWith('w'))).toEqual([
			...LISTED.slice(0, -1),
			...['begin', 'listing 0 of ?', 'put b', 'listing 1 of ?', 'complete', 'stopped'],
		]);
		expect(rig.asked).toEqual([LIST, watchFrom('10'), LIST, watchFrom('30')]);
	});

	test('another ERROR event is waited out, and the watch goes on from where it was', async () => {
		const watch = openEnd(
			event('ADDED', 'b', '11'),
			errorEvent(500, 'etcd has no leader'),
			event('ADDED', 'c', '12'),
		);
		const rig = createRig([listOf(['a']), watch, openEnd()]);
		await rig.heard('waiting 400 ms: etcd has no leader');
		await rig.advance(400);
		await rig.heard('watching from 11');
		rig.reflector.stop();
		expect(rig.log).toEqual([
			...LISTED,
			'put b',
			'waiting 400 ms: etcd has no leader',
			'watching from 11',
			'stopped',
		]);
	});

	test('90 s without a byte end it, and the next one begins at once where it was', async () => {
		const watch = openEnd();
		const rig = createRig([listOf(['a']), watch, openEnd()]);
		await rig.heard('watching from 10');
		await rig.advance(60_000);
		watch.push(bookmark('15'));
		await rig.advance(89_000);
		expect(rig.asked).toHaveLength(2);
		await rig.advance(1000);
		await rig.heard('watching from 15', 2);
		expect(rig.openBodies()).toBe(1);
		rig.reflector.stop();
		expect(rig.log).toEqual([...LISTED, 'watching from 15', 'watching from 15', 'stopped']);
		expect(rig.asked).toEqual([LIST, watchFrom('10'), watchFrom('15')]);
	});
});

describe('waiting', () => {
	test.each<[Fault, number]>([
		[fault('forbidden', 'no', {permission: 'list pods'}), 300_000],
		[fault('missing', 'no'), 300_000],
		[fault('unauthorized', 'no'), 30_000],
		[fault('credential', 'no'), 30_000],
		[fault('throttled', 'no', {retryAfterMs: 9000}), 9400],
		[fault('server', 'no'), 400],
		[fault('timeout', 'no'), 400],
	])('%j', async (because, delayMs) => {
		const rig = createRig([because, listOf(['a']), openEnd()]);
		await rig.heard(`waiting ${delayMs} ms: no`);
		await rig.advance(delayMs - 1);
		expect(rig.asked).toEqual([LIST]);
		await rig.advance(1);
		await rig.heard('watching from 10');
		expect(rig.log).toEqual([`waiting ${delayMs} ms: no`, ...LISTED]);
		rig.reflector.stop();
	});

	test('ends early when the user asks, in that wait only', async () => {
		const forbidden = fault('forbidden', 'no');
		const rig = createRig([forbidden, forbidden, listOf(['a']), openEnd()]);
		rig.reflector.retryNow();
		await rig.heard('waiting 300000 ms: no');
		rig.reflector.retryNow();
		rig.reflector.retryNow();
		await rig.heard('waiting 300000 ms: no', 2);
		expect([rig.asked.length, rig.pending()]).toEqual([2, 1]);
		rig.reflector.retryNow();
		await rig.heard('watching from 10');
		rig.reflector.retryNow();
		expect([rig.asked.length, rig.openBodies()]).toEqual([4, 1]);
		rig.reflector.stop();
	});
});

describe('stopping', () => {
	test('nothing is called before the reflector is there', () => {
		const rig = createRig([listOf(['a'])]);
		expect([rig.log, rig.asked, rig.reflector.state.phase]).toEqual([[], [], 'listing']);
		rig.reflector.stop();
		expect([rig.log, rig.reflector.state]).toEqual([['stopped'], {phase: 'stopped'}]);
	});

	/** Goes through every state: two pages, a watch with events that breaks, a wait, a refusal, a wait, a new list. */
	const script = (): Reply[] => [
		...PAGES,
		openEnd(event('ADDED', 'd', '11'), event('DELETED', 'a', '12'), errorEvent(500, 'no')),
		fault('server', 'no'),
		fault('expired', 'no'),
		...PAGES,
		openEnd(event('MODIFIED', 'end', '31')),
	];

	/** Lets everything that is still under way happen, and every timer fall due. */
	async function afterwards(rig: Rig): Promise<unknown> {
		for (let turn = 0; turn < 10; turn++) await new Promise(resolve => setImmediate(resolve));
		const pending = rig.pending();
		await rig.advance(10 * 60_000);
		return {pending, open: rig.openBodies()};
	}

	test('at any call to the outside: nothing is called after it, and nothing is left', async () => {
		let ended = false;
		for (let stopAt = 1; !ended; stopAt++) {
			let calls = 0;
			const rig: Rig = createRig(script(), () => {
				calls++;
				if (calls === stopAt) rig.reflector.stop();
			});
			for (let second = 0; second < 20 && calls < stopAt; second++) await rig.advance(200);
			ended = calls < stopAt;
			rig.reflector.stop();
			const [callsThen, askedThen] = [calls, rig.asked.length];
			expect(await afterwards(rig)).toEqual({pending: 0, open: 0});
			expect([calls, rig.asked.length, rig.log.filter(entry => entry === 'stopped').length]).toEqual([
				callsThen,
				askedThen,
				1,
			]);
			if (stopAt > 300) throw new Error('the script has no end');
		}
	});

	test('after any number of turns: nothing is called after it, and nothing is left', async () => {
		let ended = false;
		for (let turns = 0; !ended; turns++) {
			let calls = 0;
			const rig = createRig(script(), () => calls++);
			for (let turn = 0; turn < turns; turn++) {
				await Promise.resolve();
				// Time and the streams go on too, or the turns would lead nowhere.
				if (turn % 4 === 3) await rig.advance(turn % 16 === 15 ? 200 : 0);
			}
			ended = rig.log.includes('put end');
			rig.reflector.stop();
			const [callsThen, askedThen] = [calls, rig.asked.length];
			expect(await afterwards(rig)).toEqual({pending: 0, open: 0});
			expect([calls, rig.asked.length]).toEqual([callsThen, askedThen]);
			if (turns > 2000) throw new Error('the script has no end');
		}
	});
});
