import {describe, expect, test} from 'vitest';
import type {ConfigMapRow} from '../../src/model/config.ts';
import type {Finding} from '../../src/model/finding.ts';
import {
	condition,
	crashing,
	deployment,
	event,
	exit,
	hpa,
	MINUTE,
	MORNING,
	NOON,
	pod,
	replicaset,
	SECOND,
} from '../support/rows.ts';
import {createFeed, type Feed} from './feed.ts';
import {oldA, oldB, podOf, rs2, rolling, settled} from './scene.ts';

/** `+60 ready api-x: words`: seconds after noon, what, to whom. */
function told({join}: Feed, scope?: string): readonly string[] {
	return join
		.happenings(scope)
		.filter(({what}) => what !== 'gap')
		.map(({at, what, name, text}) => `${(at - NOON) / SECOND} ${what} ${name}: ${text}`);
}

function gaps({join}: Feed): readonly string[] {
	return join
		.happenings(undefined)
		.filter(({what}) => what === 'gap')
		.map(({at, text}) => `${(at - NOON) / SECOND} ${text}`);
}

/** A pod that got ready at that time. */
function readyAt(letter: string, at: number, fields = {}) {
	return podOf('rs2', letter, {createdAt: NOON, conditions: [condition('Ready', 'True', {since: at})], ...fields});
}

const unready = (letter: string) =>
	podOf('rs2', letter, {
		createdAt: NOON,
		containers: [crashing()],
		status: 'Error',
		conditions: [condition('Ready', 'False', {since: NOON + 100 * SECOND})],
	});

describe('what happened', () => {
	test('is told of one service, of one object, or of everything', () => {
		const feed = createFeed();
		const alone = pod({name: 'alone'});
		feed.put([...settled, alone, event(oldA, {message: 'a'}), event(alone, {message: 'b'})]);
		expect(told(feed, deployment().uid)).toEqual(['-60 warning api-rs1-a: BackOff: a']);
		expect(told(feed, oldA.uid)).toEqual(['-60 warning api-rs1-a: BackOff: a']);
		expect(told(feed, oldB.uid)).toEqual([]);
		expect(told(feed)).toHaveLength(2);
	});

	test('is the same list as long as nothing happens', () => {
		const feed = createFeed();
		feed.put([...settled, event(oldA)]);
		const before = feed.join.happenings(undefined);
		feed.put([{...oldB, labels: {a: 'b'}}], NOON + SECOND);
		expect(feed.join.happenings(undefined)).toBe(before);
	});

	test('is a new revision, whenever it was made, and a rollout that is over', () => {
		const feed = createFeed();
		const early = {revision: 7, createdAt: MORNING + MINUTE, images: ['ghcr.io/shop/api:1.8.2']};
		feed.put([deployment(), replicaset(early)]);
		expect(told(feed)).toEqual(['-14340 rollout api: rev 7: api:1.8.2']);
		const later = {revision: 8, hash: 'rs2', createdAt: NOON, images: ['shop/api:1.9.0'], changeCause: 'faster'};
		feed.put([replicaset({name: 'api-rs2', ...later})]);
		feed.put([deployment({conditions: rolling, updated: 1, revision: '8'})]);
		feed.put([deployment({revision: '8', ready: 3})], NOON + 90 * SECOND);
		expect(told(feed, deployment().uid).slice(-2)).toEqual([
			'0 rollout api: rev 8: api:1.9.0 · faster',
			'90 rollout api: rev 8 is out after 90s: 3 of 3 pods ready',
		]);
	});

	test('is an old revision that is taken again: at that moment when we see it, at none when it was before', () => {
		const seen = createFeed();
		seen.put([deployment(), replicaset({images: ['api:1']}), rs2]);
		seen.put([replicaset({images: ['api:1'], revision: 3})], NOON + MINUTE);
		expect(told(seen).at(-1)).toBe('60 rollout api: rev 3: back to api:1');
		const before = createFeed();
		before.put([deployment(), replicaset({createdAt: NOON - 60 * MINUTE, revision: 3}), rs2]);
		expect(told(before)).toEqual(['0 rollout api: rev 2: api:1.8.2']);
	});

	test('is a pod that gets ready, or is not ready any more, and why; one that leaves is no news', () => {
		const feed = createFeed();
		feed.put([...settled, rs2, readyAt('x', NOON + 12 * SECOND)], NOON + MINUTE);
		feed.put([unready('x')], NOON + 2 * MINUTE);
		feed.put([podOf('rs1', 'a', {ready: false, deletedAt: NOON})], NOON + 2 * MINUTE);
		expect(told(feed, deployment().uid).filter(line => line.includes(' ready '))).toEqual([
			'12 ready api-rs2-x: ready, 12s after it was made',
			'100 ready api-rs2-x: not ready: Error',
		]);
	});

	test('is one row for pods that get ready one after the other', () => {
		const feed = createFeed();
		feed.put(
			[deployment(), rs2, readyAt('x', NOON + 10 * SECOND), readyAt('y', NOON + 20 * SECOND)],
			NOON + MINUTE,
		);
		feed.put([readyAt('z', NOON + 50 * MINUTE)], NOON + 50 * MINUTE);
		expect(told(feed).filter(line => line.includes(' ready '))).toEqual([
			'20 ready api-rs2-y: 2 pods ready, this one last',
			'3000 ready api-rs2-z: ready, 50m after it was made',
		]);
	});

	test('is a restart with its reason, the last one too that was before we watched', () => {
		const feed = createFeed();
		const old = exit({finishedAt: NOON - 300 * MINUTE, reason: 'OOMKilled'});
		const crashed = (restarts: number, lastExit = exit()) =>
			podOf('rs1', 'z', {createdAt: NOON - 6000 * MINUTE, containers: [crashing({restarts, lastExit})]});
		feed.put([...settled, crashed(4, old)]);
		feed.put([crashed(7)]);
		expect(told(feed).filter(line => line.includes(' restart '))).toEqual([
			'-18000 restart api-rs1-z: app restarted ≥1, the last: OOMKilled',
			'-10 restart api-rs1-z: app restarted ×3, the last: exit 3 (application startup failed)',
		]);
	});

	test('is told of a node by its name too, which the kubelet takes for its uid', () => {
		const feed = createFeed();
		const object = {kind: 'Node', namespace: '', name: 'n1', uid: 'n1'};
		feed.put([
			event(oldA, {uid: 'e1', object, message: 'disk'}),
			event(oldA, {uid: 'e2', object: {...object, uid: 'u1'}}),
		]);
		expect(feed.join.happenings('u1', 'n1').filter(({what}) => what === 'warning')).toHaveLength(2);
		expect(feed.join.happenings('u2', 'n2').filter(({what}) => what === 'warning')).toHaveLength(0);
	});

	test('is a warning once, where it was heard last, however often it repeats', () => {
		const feed = createFeed();
		const warning = (count: number, lastAt: number) =>
			event(oldA, {count, firstAt: NOON - MINUTE, lastAt, message: 'back-off'});
		feed.put([...settled, warning(1, NOON - MINUTE)]);
		feed.put([warning(9, NOON + MINUTE)], NOON + MINUTE);
		expect(told(feed)).toEqual(['60 warning api-rs1-a: BackOff ×9 in 2m: back-off']);
	});

	test('is a change of scale, in the words of the autoscaler where it was that', () => {
		const feed = createFeed();
		feed.put([...settled, hpa()]);
		feed.put([deployment({wanted: 4})], NOON + MINUTE);
		feed.put([deployment({wanted: 5})], NOON + 5 * MINUTE);
		const words = {type: 'Normal', reason: 'SuccessfulRescale', message: 'New size: 5; reason: cpu above target'};
		feed.put([event(hpa(), {...words, lastAt: NOON + 5 * MINUTE})], NOON + 5 * MINUTE);
		expect(told(feed, deployment().uid)).toEqual([
			'60 scale api: scaled from 3 to 4',
			'300 scale api: autoscaler: New size: 5; reason: cpu above target',
		]);
	});

	test('is a changed ConfigMap on the services whose pods take it, and nowhere else', () => {
		const feed = createFeed();
		const map = (name: string, version: string): ConfigMapRow => ({
			...{kind: 'configmap', uid: name, name, namespace: 'shop', createdAt: MORNING, deletedAt: undefined},
			...{labels: {}, owner: undefined, settings: new Map(), keys: ['a'], version},
		});
		const {template} = deployment();
		const volumes = [
			{name: 'v', claim: '', config: {kind: 'configmap', name: 'settings', optional: false}} as const,
		];
		feed.put([deployment({template: {...template, volumes}}), map('settings', '1'), map('leader', '1')]);
		feed.put([map('settings', '2'), map('leader', '2')], NOON + MINUTE);
		expect(told(feed)).toHaveLength(1);
		expect(told(feed, deployment().uid)).toEqual([
			expect.stringMatching(/^60 config settings: ConfigMap changed: /),
		]);
	});
});

describe('what was found', () => {
	const finding = (fields: Partial<Finding> = {}): Finding => ({
		id: 'api/x',
		rule: 'x',
		verdict: 'struggling',
		confidence: 'certain',
		object: {kind: 'deployment', namespace: 'shop', name: 'api', uid: deployment().uid},
		title: 'Pods exit',
		extent: '',
		because: '',
		affects: [],
		evidence: [],
		next: [],
		since: NOON - MINUTE,
		lastSeenAt: NOON,
		consequences: [],
		...fields,
	});

	test('stands where it began, then where it changed, ended and came back', () => {
		const feed = createFeed();
		feed.put(settled);
		feed.join.judge([finding()], NOON);
		feed.join.judge([finding({verdict: 'doomed'})], NOON + MINUTE);
		feed.join.judge([], NOON + 2 * MINUTE);
		feed.join.judge([finding()], NOON + 3 * MINUTE);
		expect(told(feed, deployment().uid)).toEqual([
			'-60 finding api: Pods exit',
			'60 finding api: now doomed: Pods exit',
			'120 finding api: over: Pods exit',
			'180 finding api: again: Pods exit',
		]);
		const moments = feed.join.moments(undefined, NOON - 5 * MINUTE, NOON + 5 * MINUTE);
		expect(moments.map(({kind, at}) => `${(at - NOON) / SECOND} ${kind}`)).toEqual(['60 finding']);
	});

	test('is told better as more is known of it, in its place', () => {
		const feed = createFeed();
		feed.put(settled);
		feed.join.judge([finding()], NOON);
		feed.join.judge([finding({verdict: 'doomed', title: 'Pods exit: KeyError'})], NOON + 2 * SECOND);
		expect(told(feed)).toEqual(['-60 finding api: Pods exit: KeyError']);
		feed.join.judge([finding({verdict: 'doomed', title: 'Pods exit: ValueError'})], NOON + MINUTE);
		expect(told(feed)).toEqual(['-60 finding api: Pods exit: ValueError']);
	});

	test('is not over when a cause is found that explains it', () => {
		const feed = createFeed();
		feed.put(settled);
		const cause = finding({id: 'db/y', title: 'The database is down', consequences: [finding()], since: NOON});
		feed.join.judge([finding()], NOON);
		feed.join.judge([cause], NOON + MINUTE);
		feed.join.judge([], NOON + 2 * MINUTE);
		expect(told(feed)).toEqual([
			'-60 finding api: Pods exit',
			'0 finding api: The database is down',
			'120 finding api: over: Pods exit',
			'120 finding api: over: The database is down',
		]);
	});

	test('stands on the timelines of all that it hits', () => {
		const feed = createFeed();
		feed.put(settled);
		feed.join.judge([finding({affects: [oldA]})], NOON);
		expect([told(feed, oldA.uid).length, told(feed, oldB.uid).length]).toEqual([1, 0]);
	});
});

describe('where sight ends', () => {
	test('is said: of events, and of what we watched', () => {
		const feed = createFeed();
		feed.put([
			...settled,
			event(oldA, {lastAt: NOON - 47 * MINUTE}),
			event(oldB, {type: 'Normal', lastAt: NOON - MINUTE}),
		]);
		expect(gaps(feed)).toEqual(['-2820 events reach back to here', '0 watched from here on']);
	});

	test('is said when too much happened to keep it, of each sort by itself', () => {
		const feed = createFeed();
		const flood = Array.from({length: 5000}, (_, index) =>
			event(oldA, {uid: `event-${index}`, lastAt: NOON - 5000 * SECOND + index * SECOND}),
		);
		feed.put([...settled, rs2, ...flood]);
		expect(gaps(feed)).toContain('-2001 warnings are kept from here on');
		expect(feed.join.happenings(undefined).length).toBeLessThan(1010);
		expect(told(feed)).toContain('0 rollout api: rev 2: api:1.8.2');
	});
});

test('ten thousand events in any order are taken in at once', () => {
	const feed = createFeed();
	const flood = Array.from({length: 10_000}, (_, index) =>
		event(oldA, {uid: `event-${index}`, lastAt: NOON - ((index * 7919) % 3600) * SECOND}),
	);
	feed.put([...settled, ...flood]);
	const times = feed.join.happenings(undefined).map(({at}) => at);
	expect(times).toEqual(times.toSorted((a, b) => a - b));
});
