import {expect, test} from 'vitest';
import type {Transport} from '../../../src/kube/ports.ts';
import type {LogRange, LogSource} from '../../../src/model/log.ts';
import {createLedger, type Ledger} from '../../../src/session/ledger.ts';
import {createLogStreams, type LogStreams, type LogWish} from '../../../src/session/logs/streams.ts';
import {createLogServer, type LogServer, stampAt} from '../../kube/log-tail/log-server.ts';
import {createVirtualClock, type VirtualClock} from '../../support/virtual-clock.ts';

const ALL: LogRange = {key: '6', title: 'all', sinceMs: undefined, lines: undefined};

interface Rig extends VirtualClock {
	readonly streams: LogStreams;
	readonly servers: readonly LogServer[];
	readonly ledger: Ledger;
	/** Texts, by pod. */
	readonly heard: ReadonlyMap<string, readonly string[]>;
	readonly resets: readonly string[];
	readonly wakes: () => number;
	/** Followed now. */
	readonly open: () => readonly number[];
	/** Most at once. */
	readonly most: () => number;
	/** The next line of every container, which is its number. */
	tick(): void;
	wish(pod: number, fields?: Partial<LogWish>): LogWish;
	phases(): string;
}

/** Streams over some pods, each with a log of its own. */
function rigOf(pods: number, followsMax: number): Rig {
	const time = createVirtualClock();
	const servers = Array.from({length: pods}, () => createLogServer());
	const ledger = createLedger();
	const heard = new Map<string, string[]>();
	const resets: string[] = [];
	let [wakes, most, written] = [0, 0, 0];
	const open = (): number[] => servers.flatMap((server, index) => (server.open > 0 ? [index] : []));
	const ask: Transport['ask'] = async request => {
		const index = Number(/\/pods\/p(\d+)\//.exec(request.path)?.[1]);
		const answer = await (servers[index] ?? createLogServer()).transport.ask(request);
		most = Math.max(most, open().length);
		return answer;
	};
	const streams = createLogStreams({
		transport: {ask, latencyMs: undefined, clockAheadMs: 0} as Transport,
		clock: time.clock,
		random: () => 0.5,
		ledger,
		followsMax,
		deliver({pod}, lines) {
			heard.set(pod, [...(heard.get(pod) ?? []), ...lines.map(({text}) => text)]);
		},
		reset: ({pod}) => resets.push(pod),
		wake: () => (wakes += 1),
	});
	return {
		...time,
		streams,
		servers,
		ledger,
		heard,
		resets,
		wakes: () => wakes,
		open,
		most: () => most,
		tick() {
			// Two lines of one stamp each time, so that seconds alone do not tell them apart.
			const stamp = stampAt(Math.floor(written / 6), written);
			for (const server of servers)
				server.write({stamp, text: String(written)}, {stamp, text: String(written + 1)});
			written += 2;
		},
		wish: (pod, fields = {}) => ({source: sourceOf(pod), range: ALL, run: '0', shown: true, ...fields}),
		phases: () => [...streams.states().values()].map(({phase}) => phase.slice(0, 1)).join(''),
	};
}

function sourceOf(pod: number): LogSource {
	const name = `p${pod}`;
	const rest = {namespace: 'shop', container: 'api', previous: false, revision: '', service: ''};
	return {key: `${name}/api`, pod: name, podUid: name, ...rest};
}

const upTo = (count: number): readonly string[] => Array.from({length: count}, (_, index) => String(index));

test('ten logs share three places: each has its turn, and none loses a line or has one twice', async () => {
	const rig = rigOf(10, 3);
	const wishes = Array.from({length: 10}, (_, pod) => rig.wish(pod));
	rig.streams.want(wishes);
	const followedAt = new Map<number, number>();
	let longestMs = 0;
	for (let passedMs = 0; passedMs < 300_000; passedMs += 500) {
		rig.tick();
		await rig.advance(500);
		rig.streams.want(wishes);
		for (const pod of rig.open()) {
			longestMs = Math.max(longestMs, passedMs - (followedAt.get(pod) ?? 0));
			followedAt.set(pod, passedMs);
		}
	}
	expect([rig.most(), followedAt.size]).toEqual([3, 10]);
	// Four rounds of ten seconds.
	expect(longestMs).toBeLessThanOrEqual(40_000);
	await rig.advance(45_000);
	for (const pod of upTo(10)) expect(rig.heard.get(`p${pod}`), `pod ${pod}`).toEqual(upTo(1200));
	rig.streams.stop();
	await rig.advance(0);
	expect([rig.open(), rig.pending()]).toEqual([[], 0]);
});

test('what is shown takes the places of what is not, at once', async () => {
	const rig = rigOf(5, 2);
	const hidden = [0, 1, 2].map(pod => rig.wish(pod, {shown: false}));
	rig.streams.want(hidden);
	await rig.advance(1000);
	expect([rig.open(), rig.phases()]).toEqual([[0, 1], 'ffq']);
	rig.streams.want([...hidden, rig.wish(3), rig.wish(4)]);
	await rig.advance(0);
	expect([rig.open(), rig.phases()]).toEqual([[3, 4], 'qqqff']);
	await rig.advance(60_000);
	expect(rig.open()).toEqual([3, 4]);
	// The same log, which nobody looks at any more.
	rig.streams.want([...hidden, rig.wish(3), rig.wish(4, {shown: false})]);
	await rig.advance(0);
	expect(rig.open()).toEqual([2, 3]);
	rig.tick();
	rig.streams.want(hidden);
	await rig.advance(15_000);
	rig.streams.stop();
	expect(rig.heard.get('p0')).toEqual(upTo(2));
});

test('the same wishes again change nothing, those that are gone are forgotten', async () => {
	const rig = rigOf(2, 40);
	for (let times = 0; times < 5; times++) {
		rig.streams.want([rig.wish(0), rig.wish(1, {range: {...ALL, key: '0'}})]);
		await rig.advance(100);
	}
	expect(rig.servers.map(({asked}) => asked.length)).toEqual([1, 1]);
	rig.streams.want([rig.wish(1)]);
	await rig.advance(0);
	expect([rig.open(), [...rig.streams.states().keys()], rig.resets]).toEqual([[1], ['p1/api'], []]);
	rig.streams.stop();
});

test('a longer range opens a log anew', async () => {
	const rig = rigOf(1, 40);
	rig.tick();
	rig.streams.want([rig.wish(0, {range: {...ALL, lines: 1}})]);
	await rig.advance(0);
	expect(rig.heard.get('p0')).toEqual(['1']);
	rig.streams.want([rig.wish(0)]);
	await rig.advance(0);
	rig.streams.stop();
	await rig.advance(0);
	expect([rig.resets, rig.heard.get('p0'), rig.servers[0]?.open]).toEqual([['p0'], ['1', '0', '1'], 0]);
});

test('another run is asked for at once, and one that came while waiting for a place is not missed', async () => {
	const rig = rigOf(2, 1);
	const both = (run: string): LogWish[] => [rig.wish(0, {run}), rig.wish(1)];
	rig.streams.want(both('0'));
	rig.tick();
	await rig.advance(10_000);
	expect(rig.phases()).toBe('qf');
	rig.tick();
	rig.servers[0]?.restart();
	rig.tick();
	rig.streams.want(both('1'));
	for (let second = 0; second < 25; second++) await rig.advance(1000);
	rig.streams.stop();
	expect(rig.heard.get('p0')).toEqual(upTo(6));
});

test('a log that is silent gives no answer at all, and is followed', async () => {
	const rig = rigOf(1, 1);
	rig.servers[0]?.hang();
	rig.streams.want([rig.wish(0)]);
	await rig.advance(1000);
	expect([rig.phases(), rig.ledger.busy]).toEqual(['o', ['log p0/api']]);
	await rig.advance(1000);
	await rig.ledger.whenIdle();
	expect(rig.phases()).toBe('f');
	await rig.advance(600_000);
	rig.tick();
	await rig.advance(0);
	rig.streams.stop();
	expect([rig.heard.get('p0'), rig.servers[0]?.asked.length]).toEqual([upTo(2), 1]);
});

test('the ledger waits for the first lines, for an empty log, and for a refusal, but for no log that is open', async () => {
	const rig = rigOf(4, 3);
	rig.tick();
	rig.servers[1]?.refuse({kind: 'forbidden', message: 'no'});
	rig.streams.want(upTo(4).map(pod => rig.wish(Number(pod))));
	expect(rig.ledger.busy).toHaveLength(4);
	await rig.ledger.whenIdle();
	// The place of the one that was refused went to the last.
	expect([...rig.streams.states().values()].map(({phase}) => phase)).toEqual([
		'following',
		'forbidden',
		'following',
		'following',
	]);
	expect([...rig.heard.keys()].toSorted()).toEqual(['p0', 'p2', 'p3']);
	rig.streams.stop();
	expect(rig.ledger.busy).toEqual([]);
});

test('wakes when a state changes, and not for lines', async () => {
	const rig = rigOf(1, 40);
	rig.streams.want([rig.wish(0)]);
	await rig.advance(0);
	const [states, wakes] = [rig.streams.states(), rig.wakes()];
	rig.tick();
	await rig.advance(100);
	expect([rig.wakes(), rig.streams.states() === states]).toEqual([wakes, true]);
	rig.servers[0]?.refuse({kind: 'server', message: 'busy'});
	rig.servers[0]?.cut();
	await rig.advance(100);
	rig.streams.stop();
	expect(rig.wakes()).toBe(wakes + 1);
});
