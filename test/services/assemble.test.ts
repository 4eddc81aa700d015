import {describe, expect, test} from 'vitest';
import {
	container,
	crashing,
	deployment,
	endpointslice,
	hpa,
	MORNING,
	NOON,
	pod,
	replicaset,
	SECOND,
	service,
	starting,
	statefulset,
} from '../support/rows.ts';
import {createFeed} from './feed.ts';
import {oldA, oldB, oldC, podOf, revisions, rs1, rs2, settled} from './scene.ts';

describe('a service', () => {
	test('is its workload with all that belongs to it', () => {
		const feed = createFeed();
		const bad = podOf('rs1', 'c', {containers: [crashing()]});
		feed.put([
			deployment(),
			replicaset({images: ['api:1']}),
			oldA,
			oldB,
			bad,
			service(),
			endpointslice([oldA, oldB, bad]),
			hpa(),
		]);
		const workload = deployment();
		const revision = {
			uid: 'replicaset-api-rs1',
			name: 'api-rs1',
			number: 1,
			label: 'rev 1',
			hash: 'rs1',
			images: ['api:1'],
			template: workload.template,
			createdAt: MORNING,
			changeCause: '',
			ready: 2,
			total: 3,
		};
		expect(feed.join.services()).toEqual([
			{
				kind: 'deployment',
				uid: 'deployment-api',
				name: 'api',
				namespace: 'shop',
				createdAt: MORNING,
				deletedAt: undefined,
				labels: {},
				owner: undefined,
				workload,
				pods: [bad, oldA, oldB],
				revisions: [revision],
				current: revision,
				previous: undefined,
				services: ['api'],
				endpoints: {ready: 2, total: 3},
				autoscaler: hpa(),
				rollout: {
					phase: 'done',
					revision: 'rev 1',
					updated: 3,
					wanted: 3,
					available: 3,
					since: undefined,
					deadlineAt: undefined,
				},
				mark: 'struggling',
				state: '1 of 3 pods not ready: CrashLoopBackOff',
			},
		]);
	});

	test('has its revisions newest first, the current one and the one before', () => {
		const feed = createFeed();
		feed.put([
			deployment({revision: '3'}),
			replicaset({name: 'api-rs0', hash: 'rs0', revision: 2}),
			rs2,
			replicaset({revision: 3}),
		]);
		const {revisions: all, current, previous} = feed.service();
		expect(all.map(({label}) => label)).toEqual(['rev 3', 'rev 2', 'rev 2']);
		expect([current?.hash, previous?.hash]).toEqual(['rs1', 'rs2']);
	});

	test('that is a StatefulSet has as current revision the one that it names', () => {
		const feed = createFeed();
		feed.put([statefulset(), ...revisions]);
		expect(feed.service().current?.name).toBe('api-1');
	});

	test('counts the pod of several slices once, and not as ready when one denies it', () => {
		const feed = createFeed();
		const unready = podOf('rs1', 'c', {ready: false});
		const ending = podOf('rs1', 'd', {deletedAt: NOON});
		const stranger = pod({name: 'stranger'});
		const published = endpointslice([{...unready, ready: true}], {
			name: 'api-headless-1',
			uid: 'headless',
			service: 'api-headless',
		});
		feed.put([
			...[deployment(), rs1, oldA, unready, ending, stranger],
			...[service(), service({name: 'api-headless', selector: {app: 'api'}})],
			...[endpointslice([oldA, unready, ending, stranger]), published],
		]);
		expect(feed.service().services).toEqual(['api', 'api-headless']);
		expect(feed.service().endpoints).toEqual({ready: 1, total: 2});
	});

	test.each([
		['a Service of another label', service({selector: {app: 'worker'}})],
		['one that wants more labels', service({selector: {app: 'api', tier: 'web'}})],
		['one of another namespace', service({namespace: 'bank'})],
		['one without selector', service({selector: undefined})],
		['one with an empty selector', service({selector: {}})],
	])('does not take %s', (_, other) => {
		const feed = createFeed();
		feed.put([deployment(), other]);
		expect(feed.service().services).toEqual([]);
	});

	test('gets and loses a Service that changes its selector', () => {
		const feed = createFeed();
		feed.put([deployment(), service({selector: {app: 'worker'}})]);
		feed.put([service()]);
		expect(feed.service().services).toEqual(['api']);
		feed.put([service({selector: {app: 'worker'}})]);
		expect(feed.service().services).toEqual([]);
	});

	test('gets and loses its autoscaler', () => {
		const feed = createFeed();
		feed.put([hpa({target: {kind: 'StatefulSet', name: 'api'}}), deployment()]);
		expect(feed.service().autoscaler).toBeUndefined();
		feed.put([hpa()]);
		expect(feed.service().autoscaler).toEqual(hpa());
		feed.drop([hpa()]);
		expect(feed.service().autoscaler).toBeUndefined();
	});

	test('goes with its workload, though its pods stay', () => {
		const feed = createFeed();
		feed.put(settled);
		feed.drop([deployment()]);
		expect(feed.join.services()).toEqual([]);
		expect(feed.join.podsOwnedBy(rs1.uid)).toEqual([oldA, oldB, oldC]);
	});

	test('is another one when its workload is replaced under the same name', () => {
		const feed = createFeed();
		const next = deployment({uid: 'next', createdAt: NOON});
		feed.put(settled);
		feed.put([next]);
		expect(feed.join.services().map(({uid, pods}) => [uid, pods.length])).toEqual([
			['deployment-api', 3],
			['next', 0],
		]);
		feed.drop([deployment()]);
		const adopted = {...rs1, owner: {kind: 'Deployment', name: 'api', uid: 'next'}};
		feed.put([adopted]);
		expect(feed.service()).toMatchObject({uid: 'next', pods: [oldA, oldB, oldC]});
	});

	test('finds the pods of a ReplicaSet that comes late', () => {
		const feed = createFeed();
		feed.put([oldA, oldB, oldC]);
		feed.put([deployment()]);
		expect(feed.service().pods).toEqual([]);
		feed.put([rs1]);
		expect(feed.service().pods).toEqual([oldA, oldB, oldC]);
	});

	test('struggles when a pod is not ready for longer than it takes to start, though no object changes', () => {
		const feed = createFeed();
		const slow = podOf('rs1', 'c', {createdAt: NOON, containers: [container({ready: false, startedAt: NOON})]});
		feed.put([deployment({ready: 2, available: 2}), rs1, oldA, oldB, slow]);
		expect(feed.service()).toMatchObject({mark: 'progressing', state: '1 of 3 pods not ready'});
		feed.wait(NOON + 70 * SECOND);
		expect(feed.service()).toMatchObject({mark: 'struggling', state: '1 of 3 pods not ready'});
	});
});

test('pods come worst first, then by name', () => {
	const feed = createFeed();
	const lost = podOf('rs1', 'e', {status: 'Unknown', ready: false});
	const pending = podOf('rs1', 'd', {containers: [starting()], createdAt: NOON});
	const bad = podOf('rs1', 'z', {containers: [crashing()]});
	feed.put([deployment(), rs1, oldC, oldA, pending, lost, bad]);
	expect(feed.service().pods).toEqual([bad, lost, pending, oldA, oldC]);
});
