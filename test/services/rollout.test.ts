import {describe, expect, test} from 'vitest';
import {
	container,
	controllerrevision,
	daemonset,
	deployment,
	MINUTE,
	NOON,
	replicaset,
	SECOND,
	statefulset,
} from '../support/rows.ts';
import {createFeed} from './feed.ts';
import {
	podOf,
	rolling,
	starts,
	oldA,
	oldB,
	oldC,
	rs1,
	rs2,
	member,
	revisions,
	members,
	agent,
	agents,
	agentRevisions,
} from './scene.ts';

test('a DaemonSet whose last old pod is gone still rolls out until all are available', () => {
	const feed = createFeed();
	feed.put([daemonset({updated: 2}), ...agentRevisions, ...agents]);
	feed.put([daemonset({current: 2, updated: 2, ready: 2, available: 2})]);
	expect(feed.service().state).toBe('rolling out rev 2 · 2 of 3');
	feed.put([daemonset({ready: 2, available: 2}), agent(0, '2', starts)]);
	expect(feed.service().state).toBe('rolling out rev 2 · 2 of 3 available');
	feed.put([daemonset(), agent(0, '2')]);
	expect(feed.service().rollout.phase).toBe('done');
	feed.put([daemonset({ready: 2, available: 2}), agent(0, '2', {containers: [container({ready: false})]})]);
	expect(feed.service().rollout.phase).toBe('done');
});

describe('the time of a rollout', () => {
	const going = deployment({revision: '2', updated: 1, current: 4, conditions: rolling});
	const fresh = podOf('rs2', 'a', {...starts, createdAt: NOON + 2 * SECOND});

	test('runs from when its revision was made to a deadline after its newest pod', () => {
		const feed = createFeed();
		feed.put([going, rs1, rs2, oldA, oldB, oldC, fresh], NOON + 5 * SECOND);
		expect(feed.service().rollout).toEqual({
			phase: 'updating',
			revision: 'rev 2',
			updated: 1,
			wanted: 3,
			available: 3,
			since: NOON,
			deadlineAt: NOON + 2 * SECOND + 10 * MINUTE,
		});
	});

	test('starts anew when it is rolled back before it ends, though that revision is old', () => {
		const feed = createFeed();
		feed.put([going, rs1, rs2, oldA, oldB, oldC, fresh], NOON + 5 * SECOND);
		const back = deployment({revision: '3', updated: 3, current: 4, conditions: rolling});
		feed.put([back, replicaset({revision: 3})], NOON + 60 * SECOND);
		expect(feed.service().rollout.since).toBe(NOON + 60 * SECOND);
		feed.wait(NOON + 90 * SECOND);
		expect(feed.service().rollout.since).toBe(NOON + 60 * SECOND);
	});

	test('has no deadline when the Deployment has none, nor while not all new pods are seen', () => {
		const feed = createFeed();
		const endless = {...going, progressDeadlineMs: 2_147_483_647_000};
		feed.put([endless, rs1, rs2, fresh]);
		expect(feed.service().rollout.deadlineAt).toBeUndefined();
		feed.put([going]);
		expect(feed.service().rollout.deadlineAt).toBe(NOON + 2 * SECOND + 10 * MINUTE);
		feed.drop([fresh]);
		expect(feed.service().rollout.deadlineAt).toBeUndefined();
	});

	test('ends for a StatefulSet, which knows no deadline, after ten minutes without progress', () => {
		const feed = createFeed();
		const late = member(2, 'api-2', {...starts, createdAt: NOON});
		feed.put([statefulset({updateHash: 'api-2', updated: 1}), ...revisions, ...members.slice(0, 2), late], NOON);
		feed.wait(NOON + 10 * MINUTE - 1);
		expect(feed.service().state).toBe('rolling out rev 2 · 1 of 3');
		feed.wait(NOON + 10 * MINUTE + 5 * SECOND);
		expect(feed.service()).toMatchObject({mark: 'struggling', state: 'rollout makes no progress · rev 2'});
	});
});

test('what no controller has seen counts from when we saw it, however old its revision is', () => {
	const feed = createFeed();
	feed.put([deployment({observed: false}), rs1, oldA, oldB, oldC]);
	expect(feed.service().rollout).toMatchObject({phase: 'unobserved', since: NOON});
	feed.put([deployment({observed: false, wanted: 4})], NOON + 20 * SECOND);
	expect(feed.service().rollout.since).toBe(NOON);
	feed.put([deployment()], NOON + 21 * SECOND);
	feed.put([deployment({observed: false})], NOON + 60 * SECOND);
	expect(feed.service().rollout.since).toBe(NOON + 60 * SECOND);
});

test('a StatefulSet that went back is not done while a pod of the revision between remains', () => {
	const back = controllerrevision({name: 'api-1', revision: 3});
	const bad = controllerrevision({name: 'api-2', revision: 2, createdAt: NOON});
	const feed = createFeed();
	feed.put([statefulset({updated: 2, ready: 2}), back, bad, ...members]);
	expect(feed.service().rollout.phase).toBe('updating');
	feed.put([statefulset(), member(2, 'api-1')]);
	expect(feed.service().rollout.phase).toBe('done');
});

test('a StatefulSet of which a pod ends is not rolled out', () => {
	const feed = createFeed();
	const ending = member(2, 'api-1', {deletedAt: NOON});
	feed.put([
		statefulset({updated: 2, ready: 2}),
		...revisions.slice(0, 1),
		member(0, 'api-1'),
		member(1, 'api-1'),
		ending,
	]);
	expect(feed.service().rollout.phase).toBe('done');
});
