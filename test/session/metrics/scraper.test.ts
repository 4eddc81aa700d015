import {Readable} from 'node:stream';
import {expect, test} from 'vitest';
import type {Ask, Transport} from '../../../src/kube/ports.ts';
import {createLedger} from '../../../src/session/ledger.ts';
import {createScraper, type Scraper, type ScrapeWish} from '../../../src/session/metrics/scraper.ts';
import {createVirtualClock} from '../../support/virtual-clock.ts';

interface Rig {
	readonly scraper: Scraper;
	/** Names of pods that were asked, with the seconds since the start. */
	readonly asked: readonly string[];
	readonly heard: readonly string[];
	/** Most that were under way at once. */
	readonly most: () => number;
	readonly publishes: () => number;
	readonly busy: () => readonly string[];
	advance(durationMs: number): Promise<void>;
}

/** A scraper whose pods answer as they are told: a text, a status, or `hang`. */
function rigOf(answer: (pod: string, nth: number) => string | number): Rig {
	const {clock, advance} = createVirtualClock();
	const startedAt = clock.now();
	const asked: string[] = [];
	const heard: string[] = [];
	const counts = new Map<string, number>();
	let [open, most, publishes] = [0, 0, 0];
	const ask = async ({path, signal}: Ask) => {
		const pod = /pods\/(.*):8080\/proxy\/metrics$/.exec(path)?.[1] ?? path;
		asked.push(`${pod} ${Math.round((clock.now() - startedAt) / 1000)}`);
		counts.set(pod, (counts.get(pod) ?? 0) + 1);
		open += 1;
		most = Math.max(most, open);
		const said = answer(pod, counts.get(pod) ?? 0);
		if (said === 'hang') await new Promise(resolve => signal.addEventListener('abort', resolve, {once: true}));
		await new Promise(resolve => setImmediate(resolve));
		open -= 1;
		const [status, text] = typeof said === 'string' ? [200, said] : [said, ''];
		return {status, headers: {}, body: Readable.from([Buffer.from(text)])};
	};
	const ledger = createLedger();
	const scraper = createScraper({
		transport: {ask, upgrade: () => Promise.reject(new Error('not here'))} as unknown as Transport,
		clock,
		random: () => 0.5,
		ledger,
		read: ({key}, text) => void heard.push(`${key}: ${text}`),
		publish: () => (publishes += 1),
	});
	return {
		scraper,
		asked,
		heard,
		most: () => most,
		publishes: () => publishes,
		busy: () => ledger.busy,
		async advance(durationMs) {
			for (let turn = 0; turn < 60; turn++) await advance(0);
			await advance(durationMs);
			for (let turn = 0; turn < 60; turn++) await advance(0);
		},
	};
}

const wish = (name: string): ScrapeWish => ({
	key: name,
	owner: 'api-uid',
	pod: {namespace: 'shop', name, ip: '10.0.0.1'},
	endpoint: {scheme: 'http', port: 8080, path: '/metrics', from: 'annotation'},
});

test('each pod is read at once and then every 15 s, and its text handed over', async () => {
	const {scraper, asked, heard, advance, publishes, busy} = rigOf((_pod, nth) => `up ${nth}`);
	scraper.want([wish('a'), wish('b')], true);
	expect(busy()).toEqual(['metrics a', 'metrics b']);
	await advance(15_000);
	scraper.want([wish('a'), wish('b')], true);
	await advance(15_000);
	expect(asked).toEqual(['a 0', 'b 0', 'a 15', 'b 15', 'a 30', 'b 30']);
	expect(heard).toEqual(['a: up 1', 'b: up 1', 'a: up 2', 'b: up 2', 'a: up 3', 'b: up 3']);
	expect(scraper.states().get('a')).toMatchObject({phase: 'fresh', way: 'proxy'});
	expect([publishes(), busy()]).toEqual([6, []]);
});

test('eight are read at a time', async () => {
	const names = Array.from({length: 50}, (_, number) => `p${number}`);
	const {scraper, heard, most, advance} = rigOf(() => 'up 1');
	scraper.want(names.map(wish), true);
	await advance(0);
	expect([heard.length, most()]).toEqual([50, 8]);
});

test('nothing is read while nobody watches, and what is due as soon as somebody does', async () => {
	const {scraper, asked, advance} = rigOf(() => 'up 1');
	scraper.want([wish('a')], false);
	await advance(60_000);
	expect(asked).toEqual([]);
	expect(scraper.states().get('a')).toEqual({phase: 'waiting'});
	scraper.want([wish('a')], true);
	await advance(5000);
	scraper.want([wish('a')], false);
	await advance(60_000);
	expect(asked).toEqual(['a 60']);
	expect(scraper.states().get('a')).toMatchObject({phase: 'fresh'});
	scraper.want([wish('a')], true);
	await advance(0);
	expect(asked).toEqual(['a 60', 'a 125']);
});

test('one that fails is asked more and more seldom, and when it is asked for', async () => {
	const {scraper, asked, advance} = rigOf((_pod, nth) => (nth === 7 ? 'up 1' : 404));
	scraper.want([wish('a')], true);
	await advance(15 * 60_000);
	expect(asked).toEqual(
		['a 0', 'a 15', 'a 45', 'a 105', 'a 225', 'a 465', 'a 765', 'a 780', 'a 795', 'a 825', 'a 885'].slice(
			0,
			asked.length,
		),
	);
	expect(asked).toHaveLength(11);
	expect(scraper.states().get('a')).toMatchObject({
		phase: 'failing',
		failure: {kind: 'answer', message: '/metrics answers 404'},
		tries: 4,
	});
	scraper.retryNow();
	await advance(0);
	expect(asked.at(-1)).toBe('a 900');
});

test('a failure keeps the time of the last success', async () => {
	const {scraper, advance} = rigOf((_pod, nth) => (nth === 1 ? 'up 1' : 500));
	scraper.want([wish('a')], true);
	await advance(0);
	const fresh = scraper.states().get('a');
	await advance(15_000);
	const failing = scraper.states().get('a');
	expect(failing).toMatchObject({phase: 'failing', tries: 1, at: fresh?.phase === 'fresh' ? fresh.at : -1});
});

test('trouble of the API server is no failure of the pod', async () => {
	const {scraper, asked, advance} = rigOf(() => 'hang');
	scraper.want([wish('a')], true);
	scraper.want([], true);
	await advance(60_000);
	expect(asked).toEqual(['a 0']);
	expect(scraper.states().size).toBe(0);
});

test('nothing is read after the end, and nothing is left under way', async () => {
	const {scraper, asked, heard, busy, advance} = rigOf(pod => (pod === 'a' ? 'hang' : 'up 1'));
	scraper.want([wish('a'), wish('b')], true);
	scraper.stop();
	await advance(60_000);
	scraper.want([wish('c')], true);
	await advance(60_000);
	expect([asked, heard, busy()]).toEqual([['a 0', 'b 0'], [], []]);
});
