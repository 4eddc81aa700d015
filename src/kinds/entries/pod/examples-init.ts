import type {PodRow} from '../../../model/pod.ts';
import type {KindExample} from '../../example.ts';
import {ended, endOf, notReady, pod, readyConditions, running, waiting} from './example-pods.ts';

const CONTAINERS = [{name: 'api', image: 'api:1', resources: {limits: {memory: '256Mi'}}}];

/** Two init containers, `migrate` and `warm`. */
const TWO_INIT = {
	nodeName: 'ip-10-1',
	containers: CONTAINERS,
	initContainers: [
		{name: 'migrate', image: 'api:1'},
		{name: 'warm', image: 'api:1'},
	],
};

/** A sidecar `mesh` before the app. */
const SIDECAR = {
	nodeName: 'ip-10-1',
	containers: CONTAINERS,
	initContainers: [{name: 'mesh', image: 'mesh:1', restartPolicy: 'Always', resources: {limits: {memory: '64Mi'}}}],
};

const initialized = [...readyConditions, {type: 'Initialized', status: 'True'}];
const notStarted = [waiting('api', 'PodInitializing')];

/** Pods with init containers and sidecars: half of the rules of STATUS are about them. */
export const initExamples: readonly KindExample<PodRow>[] = [
	{
		name: 'the first of two init containers runs',
		object: pod({
			spec: TWO_INIT,
			status: {
				phase: 'Pending',
				conditions: notReady,
				initContainerStatuses: [running('migrate', {ready: false}), waiting('warm', 'PodInitializing')],
				containerStatuses: notStarted,
			},
		}),
		row: {status: 'Init:0/2', totalContainers: 1, readyContainers: 0},
		now: '2026-11-24T11:52:00Z',
		mark: 'progressing',
	},
	{
		name: 'the first init container is done',
		object: pod({
			spec: TWO_INIT,
			status: {
				phase: 'Pending',
				initContainerStatuses: [ended('migrate', {exitCode: 0, reason: 'Completed'}), running('warm')],
				containerStatuses: notStarted,
			},
		}),
		row: {status: 'Init:1/2'},
		cells: {lastExit: '–'},
	},
	{
		name: 'all init containers are done',
		object: pod({
			spec: TWO_INIT,
			status: {
				phase: 'Pending',
				initContainerStatuses: [ended('migrate', {exitCode: 0}), ended('warm', {exitCode: 0})],
				containerStatuses: notStarted,
			},
		}),
		row: {status: 'PodInitializing'},
	},
	{
		name: 'a migration that fails',
		object: pod({
			spec: TWO_INIT,
			status: {
				phase: 'Pending',
				conditions: notReady,
				initContainerStatuses: [
					{
						...ended('migrate', {exitCode: 1, reason: 'Error'}, 2),
						lastState: {terminated: endOf({exitCode: 1})},
					},
					waiting('warm', 'PodInitializing'),
				],
				containerStatuses: notStarted,
			},
		}),
		row: {status: 'Init:Error', restarts: 2, lastRestartAt: Date.parse('2026-11-24T11:59:00Z')},
		cells: {status: 'Init:Error', allRestarts: '2', lastExit: 'exit 1 60s ago'},
		mark: 'struggling',
	},
	{
		name: 'a migration held back by the kubelet',
		object: pod({
			spec: TWO_INIT,
			status: {
				phase: 'Pending',
				initContainerStatuses: [
					{
						...waiting(
							'migrate',
							'CrashLoopBackOff',
							'back-off 1m20s restarting failed container=migrate pod=x',
						),
						restartCount: 4,
						lastState: {terminated: endOf({exitCode: 1, reason: 'Error'})},
					},
				],
			},
		}),
		row: {status: 'Init:CrashLoopBackOff', restarts: 4},
		cells: {status: 'Init:CrashLoopBackOff 20s', lastExit: 'exit 1 60s ago'},
		mark: 'struggling',
	},
	{
		name: 'an init container that ended without a reason shows its exit code',
		object: pod({
			spec: TWO_INIT,
			status: {phase: 'Pending', initContainerStatuses: [ended('migrate', {exitCode: 2})]},
		}),
		row: {status: 'Init:ExitCode:2'},
	},
	{
		name: 'an init container that ended without a reason shows its signal first',
		object: pod({
			spec: TWO_INIT,
			status: {phase: 'Pending', initContainerStatuses: [ended('migrate', {exitCode: 137, signal: 9})]},
		}),
		row: {status: 'Init:Signal:9'},
	},
	{
		name: 'a sidecar counts for READY and for the sum of limits',
		object: pod({
			spec: SIDECAR,
			status: {
				phase: 'Running',
				conditions: initialized,
				initContainerStatuses: [running('mesh')],
				containerStatuses: [running('api')],
			},
		}),
		row: {
			status: 'Running',
			readyContainers: 2,
			totalContainers: 2,
			limits: {cpu: undefined, memory: 320 * 2 ** 20},
		},
		mark: 'healthy',
	},
	{
		name: 'a sidecar that has not started holds the pod up',
		object: pod({
			spec: SIDECAR,
			status: {
				phase: 'Pending',
				initContainerStatuses: [running('mesh', {started: false, ready: false})],
				containerStatuses: notStarted,
			},
		}),
		row: {status: 'Init:0/1', readyContainers: 0, totalContainers: 2},
	},
	{
		name: 'a sidecar that crashed after the start does not hide the app',
		object: pod({
			spec: SIDECAR,
			status: {
				phase: 'Running',
				conditions: [...notReady, {type: 'Initialized', status: 'True'}],
				initContainerStatuses: [
					{
						...waiting('mesh', 'CrashLoopBackOff'),
						restartCount: 5,
						lastState: {terminated: endOf({exitCode: 1})},
					},
				],
				containerStatuses: [running('api', {restartCount: 1})],
			},
		}),
		row: {
			status: 'Init:CrashLoopBackOff',
			readyContainers: 1,
			totalContainers: 2,
			restarts: 6,
			lastRestartAt: Date.parse('2026-11-24T11:59:00Z'),
		},
		mark: 'struggling',
	},
	{
		name: 'once initialised, the restarts of init containers are forgotten and those of sidecars are not',
		object: pod({
			spec: {
				nodeName: 'ip-10-1',
				containers: CONTAINERS,
				initContainers: [...TWO_INIT.initContainers.slice(0, 1), ...SIDECAR.initContainers],
			},
			status: {
				phase: 'Running',
				conditions: initialized,
				initContainerStatuses: [
					{...ended('migrate', {exitCode: 0}, 3), lastState: {terminated: endOf({exitCode: 1})}},
					running('mesh', {restartCount: 2}),
				],
				containerStatuses: [running('api', {restartCount: 1})],
			},
		}),
		row: {status: 'Running', readyContainers: 2, totalContainers: 2, restarts: 3, lastRestartAt: undefined},
	},
];
