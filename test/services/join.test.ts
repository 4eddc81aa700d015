import {describe, expect, test} from 'vitest';
import type {PodRow} from '../../src/model/pod.ts';
import type {Row} from '../../src/model/row.ts';
import {createJoin} from '../../src/services/join.ts';
import {
	crashing,
	daemonset,
	deployment,
	endpointslice,
	event,
	hpa,
	MINUTE,
	NOON,
	ownerOf,
	pod,
	replicaset,
	service,
	statefulset,
} from '../support/rows.ts';
import {createSeededRandom} from '../support/random.ts';
import {createFeed} from './feed.ts';
import {
	agent,
	agentRevisions,
	agents,
	member,
	members,
	oldA,
	oldB,
	oldC,
	podOf,
	revisions,
	rs1,
	rs2,
	settled,
} from './scene.ts';

/** A namespace of everything: three kinds of workloads called alike, a rollout, strangers, and owners that never come. */
const world: readonly Row[] = [
	deployment({revision: '2', updated: 1, current: 4}),
	rs1,
	rs2,
	oldA,
	oldB,
	oldC,
	podOf('rs2', 'a', {createdAt: NOON, containers: [crashing()]}),
	statefulset({updateHash: 'api-2', updated: 1}),
	...revisions,
	...members,
	daemonset(),
	...agentRevisions,
	...agents,
	service(),
	service({name: 'api-headless', clusterIp: 'None', selector: {app: 'api'}}),
	service({name: 'elsewhere', namespace: 'bank', uid: 'elsewhere', selector: {app: 'api'}}),
	endpointslice([oldA, oldB]),
	endpointslice([oldB, oldC], {name: 'api-fghij', uid: 'second-slice'}),
	hpa(),
	event(oldA),
	pod({name: 'alone'}),
	pod({name: 'orphan', owner: {kind: 'ReplicaSet', name: 'gone', uid: 'gone'}}),
];

function shuffled<T>(items: readonly T[], random: () => number): T[] {
	return items
		.map(item => ({item, key: random()}))
		.toSorted((a, b) => a.key - b.key)
		.map(({item}) => item);
}

describe('whatever the order of arrival', () => {
	const reference = createFeed();
	reference.put(world);
	const expected = reference.join.services();

	test('the whole world is three services', () => {
		expect(expected.map(({kind, mark, state}) => `${kind} ${mark} ${state}`)).toEqual([
			'daemonset healthy ',
			'deployment struggling new pods do not start: CrashLoopBackOff · rev 2',
			'statefulset progressing rolling out rev 2 · 1 of 3',
		]);
	});

	test.each(Array.from({length: 40}, (_, seed) => seed))('the services are the same (seed %i)', seed => {
		const random = createSeededRandom(seed);
		const feed = createFeed();
		const left = shuffled(world, random);
		while (left.length > 0) feed.put(left.splice(0, 1 + Math.floor(random() * 6)));
		expect(feed.join.services()).toEqual(expected);
	});
});

test.each(Array.from({length: 20}, (_, seed) => seed))(
	'after any changes the services are those of a join that only sees the result (seed %i)',
	seed => {
		const random = createSeededRandom(1000 + seed);
		const feed = createFeed();
		const rows = new Map<string, Row>();
		// Were they older, a rollout could be overdue or not, depending on when it was first seen.
		const pool = world.map(row => (row.kind === 'statefulset' ? row : {...row, createdAt: NOON}));
		for (let step = 0; step < 120; step++) {
			const row = pool[Math.floor(random() * pool.length)];
			if (row === undefined) continue;
			if (random() < 0.3 && rows.delete(row.uid)) {
				feed.drop([row]);
				continue;
			}
			// A pod that gets unready, or changes hands.
			const changed =
				row.kind !== 'pod' || random() < 0.5 ? {...row} : {...row, ready: random() < 0.5, owner: oldA.owner};
			rows.set(row.uid, changed);
			feed.put([changed]);
		}
		const fresh = createFeed();
		fresh.put([...rows.values()]);
		// Only what is seen to begin has an exact time.
		const timeless = (of: typeof feed) =>
			of.join.services().map(({rollout, ...rest}) => ({...rest, rollout: {...rollout, since: 0, deadlineAt: 0}}));
		expect(timeless(feed)).toEqual(timeless(fresh));
	},
);

describe('what did not change', () => {
	const other: readonly Row[] = [
		deployment({name: 'worker'}),
		replicaset({name: 'worker-1', owner: ownerOf(deployment({name: 'worker'}))}),
	];

	test('is the same array after changes that touch no service', () => {
		const feed = createFeed();
		feed.put([...settled, ...other]);
		const before = feed.join.services();
		feed.wait(NOON + MINUTE);
		feed.put([event(oldA), pod({name: 'alone'}), service({name: 'far', selector: {app: 'far'}})]);
		feed.put([oldA]);
		expect(feed.join.services()).toBe(before);
	});

	test('is the same row beside one that changed', () => {
		const feed = createFeed();
		feed.put([...settled, ...other]);
		const [api, worker] = feed.join.services();
		feed.put([podOf('rs1', 'c', {node: 'node-2'})]);
		expect(feed.join.services()[0]).not.toBe(api);
		expect(feed.join.services()[1]).toBe(worker);
	});

	test('is the same array when its services are judged again and found the same', () => {
		const feed = createFeed();
		feed.put([deployment({ready: 2}), rs1, oldA, oldB, podOf('rs1', 'c', {containers: [crashing()]})]);
		const before = feed.join.services();
		feed.wait(NOON + MINUTE);
		expect(feed.join.services()).toBe(before);
	});
});

describe('pods', () => {
	test('are found below a Deployment, a ReplicaSet, and whatever owns a Deployment', () => {
		const {join, put} = createFeed();
		const owner = {kind: 'Shop', name: 'shop', uid: 'operator'};
		put([deployment({owner}), rs1, oldA, oldB]);
		expect([deployment().uid, rs1.uid, 'operator', 'nobody'].map(uid => join.podsOwnedBy(uid))).toEqual([
			[oldA, oldB],
			[oldA, oldB],
			[oldA, oldB],
			[],
		]);
	});

	test('know the revision that they were made from', () => {
		const {join, put} = createFeed();
		put([deployment(), rs1, oldA, statefulset(), ...revisions, daemonset(), ...agentRevisions]);
		const found = [oldA, member(2, 'api-2'), agent(1, '2'), podOf('gone', 'a'), pod()].map(
			one => join.revisionOf(one)?.name,
		);
		expect(found).toEqual(['api-rs1', 'api-2', 'api-2', undefined, undefined]);
	});

	test('of owners that own each other are found once', () => {
		const {join, put} = createFeed();
		const [first, second] = [replicaset({name: 'first'}), replicaset({name: 'second'})];
		const owned = pod({owner: ownerOf(first)});
		put([{...first, owner: ownerOf(second)}, {...second, owner: ownerOf(first)}, owned]);
		expect(join.podsOwnedBy(first.uid)).toEqual([owned]);
		put([{...deployment(), uid: 'self', owner: {kind: 'Deployment', name: 'api', uid: 'self'}}]);
		expect(join.podsOwnedBy('self')).toEqual([]);
	});
});

test('kinds that no service is made of are ignored, and names like those of Object do no harm', () => {
	const join = createJoin();
	const node: Row = {...pod({name: '__proto__'}), kind: 'node'};
	const odd: PodRow = pod({
		name: 'constructor',
		uid: '__proto__',
		owner: {kind: 'ReplicaSet', name: 'x', uid: '__proto__'},
	});
	const selecting = service({selector: JSON.parse('{"__proto__": "x"}') as Record<string, string>});
	join.apply(
		[node, odd, selecting, deployment({name: '__proto__', templateLabels: {}})].map(after => ({
			before: undefined,
			after,
		})),
		NOON,
	);
	expect(join.services().map(({name, services}) => [name, services])).toEqual([['__proto__', []]]);
});
