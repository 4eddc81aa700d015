import {describe, expect, test} from 'vitest';
import type {Row} from '../../src/model/row.ts';
import {
	condition,
	container,
	crashing,
	daemonset,
	deployment,
	exit,
	MORNING,
	NOON,
	starting,
	statefulset,
} from '../support/rows.ts';
import {createFeed} from './feed.ts';
import {
	agentRevisions,
	agents,
	member,
	members,
	oldA,
	oldB,
	podOf,
	revisions,
	rolling,
	rs1,
	rs2,
	settled,
	starts,
} from './scene.ts';

const stuck = [condition('Progressing', 'False', {reason: 'ProgressDeadlineExceeded'})];
const refused = [...rolling, condition('ReplicaFailure', 'True', {reason: 'FailedCreate'})];

describe('at first sight', () => {
	test.each<[says: string, rows: readonly Row[], phase: string, mark: string, state: string]>([
		[
			'a Deployment that was just made rolls out its first revision',
			[deployment({current: 1, updated: 1, conditions: rolling}), rs1],
			'updating',
			'progressing',
			'rolling out rev 1 · 1 of 3',
		],
		[
			'one past its deadline is stuck',
			[deployment({revision: '42', updated: 1, conditions: stuck})],
			'stuck',
			'struggling',
			'rollout stuck past its deadline · rev 42',
		],
		[
			'one whose new pods are refused by a quota says so',
			[deployment({revision: '2', current: 3, updated: 0, conditions: refused})],
			'updating',
			'struggling',
			'new pods cannot be created · rev 2',
		],
		[
			'one that is paused halfway',
			[deployment({revision: '7', paused: true, current: 4, updated: 1})],
			'paused',
			'progressing',
			'paused at rev 7',
		],
		[
			'one that is paused at rest',
			[deployment({revision: '7', paused: true})],
			'paused',
			'healthy',
			'paused at rev 7',
		],
		[
			'one whose controller has not seen it',
			[deployment({observed: false})],
			'unobserved',
			'progressing',
			'waiting for its controller',
		],
		['one that is being deleted', [deployment({deletedAt: NOON})], 'done', 'progressing', 'being deleted'],
		[
			'one without pods in sight is believed when it says that all are ready',
			[deployment()],
			'done',
			'healthy',
			'',
		],
		[
			'one without pods in sight that says they are not',
			[deployment({ready: 1, available: 1})],
			'done',
			'unknown',
			'2 of 3 pods not ready',
		],
		[
			'one whose pods cannot be created',
			[
				deployment({
					wanted: 2,
					current: 1,
					updated: 1,
					conditions: [
						condition('Progressing', 'True', {reason: 'NewReplicaSetAvailable'}),
						condition('ReplicaFailure', 'True'),
					],
				}),
				rs1,
				oldA,
			],
			'done',
			'struggling',
			'1 of 2 pods cannot be created',
		],
		[
			'one with a pod that fails without any rollout',
			[deployment({ready: 2, available: 2}), rs1, oldA, oldB, podOf('rs1', 'c', {containers: [crashing()]})],
			'done',
			'struggling',
			'1 of 3 pods not ready: CrashLoopBackOff',
		],
		[
			'one with nothing ready',
			[
				deployment({wanted: 2, ready: 0}),
				rs1,
				...['a', 'b'].map(letter =>
					podOf('rs1', letter, {containers: [starting({reason: 'ImagePullBackOff'})]}),
				),
			],
			'done',
			'struggling',
			'0 of 2 pods ready: ImagePullBackOff',
		],
		[
			'one whose new pod crashed once and is ready now',
			[
				deployment({revision: '2', updated: 1, current: 4, conditions: rolling}),
				rs2,
				podOf('rs2', 'a', {containers: [container({restarts: 1, lastExit: exit()})]}),
			],
			'updating',
			'progressing',
			'rolling out rev 2 · 1 of 3',
		],
		[
			'one with a pod that has run unready since a crash long ago',
			[
				deployment({ready: 2}),
				rs1,
				oldA,
				oldB,
				podOf('rs1', 'c', {
					containers: [container({ready: false, restarts: 1, lastExit: exit({finishedAt: MORNING})})],
				}),
			],
			'done',
			'struggling',
			'1 of 3 pods not ready',
		],
		[
			'a pod that is evicted and replaced is no trouble',
			[...settled, podOf('rs1', 'z', {phase: 'Failed', status: 'Evicted', ready: false})],
			'done',
			'healthy',
			'',
		],
		[
			'a pod too many that crashes is no trouble',
			[...settled, podOf('rs1', 'z', {containers: [crashing()]})],
			'done',
			'healthy',
			'',
		],
		[
			'a StatefulSet in the middle of an update',
			[statefulset({updateHash: 'api-2', updated: 1}), ...revisions, ...members],
			'updating',
			'progressing',
			'rolling out rev 2 · 1 of 3',
		],
		[
			'one whose last pod starts',
			[
				statefulset({updateHash: 'api-2', ready: 2, available: 2}),
				...revisions,
				...[0, 1].map(n => member(n, 'api-2')),
				member(2, 'api-2', starts),
			],
			'waiting',
			'progressing',
			'rolling out rev 2 · 2 of 3 available',
		],
		[
			'one that updates above its partition only',
			[statefulset({updateHash: 'api-2', partition: 1, updated: 1}), ...revisions, ...members],
			'updating',
			'progressing',
			'rolling out rev 2 · 1 of 2',
		],
		[
			'one that has updated all above its partition',
			[statefulset({updateHash: 'api-2', partition: 2, updated: 1}), ...revisions, ...members],
			'done',
			'healthy',
			'',
		],
		[
			'one with a pod below its partition that fails',
			[
				statefulset({updateHash: 'api-2', partition: 2, updated: 1, ready: 2}),
				...revisions,
				...members.slice(1),
				member(0, 'api-1', {containers: [crashing()]}),
			],
			'done',
			'struggling',
			'1 of 3 pods not ready: CrashLoopBackOff',
		],
		[
			'one that only scales',
			[
				statefulset({ready: 2, current: 3}),
				...revisions,
				...[0, 1].map(n => member(n, 'api-1')),
				member(2, 'api-1', starts),
			],
			'done',
			'progressing',
			'1 of 3 pods not ready',
		],
		[
			'one that updates on delete, with old pods',
			[statefulset({strategy: 'OnDelete', updateHash: 'api-2', updated: 1}), ...revisions, ...members],
			'on-delete',
			'healthy',
			'updates on delete · 1 of 3 updated',
		],
		[
			'one that updates on delete, when all are new',
			[statefulset({strategy: 'OnDelete', updateHash: 'api-2'})],
			'done',
			'healthy',
			'',
		],
		[
			'a DaemonSet in the middle of an update',
			[daemonset({updated: 2}), ...agentRevisions, ...agents],
			'updating',
			'progressing',
			'rolling out rev 2 · 2 of 3',
		],
		[
			'one with a node that has no pod yet',
			[daemonset({wanted: 4, updated: 3, current: 3}), ...agentRevisions, ...agents],
			'done',
			'progressing',
			'1 of 4 pods not ready',
		],
		['one that finds no node', [daemonset({wanted: 0})], 'done', 'healthy', 'no node to run on'],
	])('%s', (_, rows, phase, mark, state) => {
		const feed = createFeed();
		feed.put(rows);
		const service = feed.service();
		expect({phase: service.rollout.phase, mark: service.mark, state: service.state}).toEqual({phase, mark, state});
	});
});
