import type {PodRow} from '../../../model/pod.ts';
import type {KindExample} from '../../example.ts';
import {crashLoop, ended, notReady, pod, running, waiting} from './example-pods.ts';

/** Pods that do not start, do not become ready or do not stay alive, and such that only look so. */
export const brokenExamples: readonly KindExample<PodRow>[] = [
	{
		name: 'a crash loop says when the kubelet tries again',
		object: pod({status: {phase: 'Running', conditions: notReady, containerStatuses: [crashLoop]}}),
		row: {
			status: 'CrashLoopBackOff',
			readyContainers: 0,
			restarts: 4,
			lastRestartAt: Date.parse('2026-11-24T11:59:48Z'),
			ready: false,
		},
		restarts: {count: 4, atLeast: false},
		cells: {
			status: 'CrashLoopBackOff 28s',
			ready: '0/1',
			restarts: '4',
			allRestarts: '4',
			lastExit: 'exit 3 12s ago',
		},
		mark: 'struggling',
	},
	{
		name: 'a crash loop whose back-off is over says no time',
		object: pod({status: {phase: 'Running', conditions: notReady, containerStatuses: [crashLoop]}}),
		now: '2026-11-24T12:01:00Z',
		cells: {status: 'CrashLoopBackOff', lastExit: 'exit 3 72s ago'},
	},
	{
		name: 'during the back-off the kubelet may leave it at Error',
		object: pod({
			status: {
				phase: 'Running',
				conditions: notReady,
				containerStatuses: [ended('api', {exitCode: 1, reason: 'Error'})],
			},
		}),
		row: {status: 'Error'},
		cells: {lastExit: 'exit 1 60s ago'},
		mark: 'struggling',
	},
	{
		name: 'a container killed for memory, seen before it restarts',
		object: pod({
			status: {
				phase: 'Running',
				conditions: notReady,
				containerStatuses: [ended('api', {exitCode: 137, reason: 'OOMKilled'})],
			},
		}),
		row: {status: 'OOMKilled'},
		cells: {lastExit: 'OOMKilled 60s ago'},
		mark: 'struggling',
	},
	{
		name: 'an end without a reason shows its exit code',
		object: pod({status: {phase: 'Running', containerStatuses: [ended('api', {exitCode: 7})]}}),
		row: {status: 'ExitCode:7'},
	},
	{
		name: 'an end without a reason shows its signal first',
		object: pod({status: {phase: 'Running', containerStatuses: [ended('api', {exitCode: 137, signal: 9})]}}),
		row: {status: 'Signal:9'},
	},
	{
		name: 'an image that cannot be pulled',
		object: pod({
			status: {
				phase: 'Pending',
				conditions: notReady,
				containerStatuses: [waiting('api', 'ImagePullBackOff', 'Back-off pulling image "shop/api:typo"')],
			},
		}),
		row: {status: 'ImagePullBackOff', restarts: 0},
		cells: {status: 'ImagePullBackOff', lastExit: '–'},
		mark: 'struggling',
	},
	{
		name: 'a missing ConfigMap key',
		object: pod({
			status: {
				phase: 'Pending',
				containerStatuses: [waiting('api', 'CreateContainerConfigError', 'configmap "x" not found')],
			},
		}),
		row: {status: 'CreateContainerConfigError'},
		mark: 'struggling',
	},
	{
		name: 'a pod that starts is on its way',
		object: pod({
			status: {phase: 'Pending', conditions: notReady, containerStatuses: [waiting('api', 'ContainerCreating')]},
		}),
		row: {status: 'ContainerCreating'},
		now: '2026-11-24T11:51:00Z',
		mark: 'progressing',
	},
	{
		name: 'of two broken containers the first one is shown',
		object: pod({
			status: {
				phase: 'Running',
				containerStatuses: [
					waiting('api', 'CreateContainerError'),
					ended('proxy', {exitCode: 1, reason: 'Error'}, 2),
				],
			},
		}),
		row: {status: 'CreateContainerError', restarts: 2},
	},
	{
		name: 'a pod that runs and is not ready reads Running 0/1',
		object: pod({
			status: {phase: 'Running', conditions: notReady, containerStatuses: [running('api', {ready: false})]},
		}),
		row: {status: 'Running', readyContainers: 0, ready: false},
		cells: {ready: '0/1', status: 'Running'},
		mark: 'struggling',
	},
	{
		name: 'a minute after its start nobody worries about readiness',
		object: pod({
			status: {phase: 'Running', conditions: notReady, containerStatuses: [running('api', {ready: false})]},
		}),
		now: '2026-11-24T11:50:50Z',
		mark: 'progressing',
	},
	{
		name: 'a startup probe may take as long as a rollout waits',
		object: pod({
			status: {
				phase: 'Running',
				conditions: notReady,
				containerStatuses: [running('api', {ready: false, started: false})],
			},
		}),
		now: '2026-11-24T11:58:00Z',
		mark: 'progressing',
	},
	{
		name: 'a crash loop that runs for a moment is still one',
		object: pod({
			status: {
				phase: 'Running',
				conditions: notReady,
				containerStatuses: [
					{...running('api', {ready: false}), restartCount: 3, lastState: crashLoop.lastState},
				],
			},
		}),
		row: {status: 'Running', restarts: 3},
		mark: 'struggling',
	},
	{
		name: 'a pod that no node can take',
		object: pod({
			spec: {nodeName: undefined},
			status: {
				phase: 'Pending',
				conditions: [
					{
						type: 'PodScheduled',
						status: 'False',
						reason: 'Unschedulable',
						message: '0/3 nodes are available: 3 Insufficient cpu.',
					},
				],
			},
		}),
		row: {
			status: 'Pending',
			node: '',
			conditions: [
				{
					type: 'PodScheduled',
					status: 'False',
					reason: 'Unschedulable',
					message: '0/3 nodes are available: 3 Insufficient cpu.',
					since: 0,
				},
			],
		},
		cells: {ready: '0/1', status: 'Pending', node: '–'},
		mark: 'struggling',
	},
	{
		name: 'a pod held back by a scheduling gate waits on purpose',
		object: pod({
			status: {
				phase: 'Pending',
				conditions: [{type: 'PodScheduled', status: 'False', reason: 'SchedulingGated'}],
			},
		}),
		row: {status: 'SchedulingGated'},
		mark: 'progressing',
	},
];
