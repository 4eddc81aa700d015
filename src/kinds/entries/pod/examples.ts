import type {PodRow} from '../../../model/pod.ts';
import {type KindExample, plainSpec} from '../../example.ts';
import {ended, notReady, pod, readyConditions, running} from './example-pods.ts';
import {brokenExamples} from './examples-broken.ts';
import {initExamples} from './examples-init.ts';

const examples: readonly KindExample<PodRow>[] = [
	{
		name: 'a healthy pod of a Deployment',
		object: pod({
			status: {
				phase: 'Running',
				podIP: '10.244.1.7',
				conditions: readyConditions,
				containerStatuses: [running('api')],
			},
		}),
		row: {
			kind: 'pod',
			uid: 'pod-uid',
			name: 'api-7f9c5d-x2xkq',
			namespace: 'shop',
			createdAt: Date.parse('2026-11-24T11:50:00Z'),
			deletedAt: undefined,
			reason: '',
			message: '',
			spec: plainSpec([
				{
					name: 'api',
					image: 'shop/api:1.9.0',
					requests: {cpu: 0.1, memory: 134217728},
					limits: {cpu: 0.5, memory: 268435456},
					ports: [{name: 'http', port: 8000, protocol: 'TCP'}],
				},
			]),
			finalizers: [],
			labels: {app: 'api', 'pod-template-hash': '7f9c5d'},
			owner: {kind: 'ReplicaSet', name: 'api-7f9c5d', uid: 'rs-uid'},
			status: 'Running',
			phase: 'Running',
			readyContainers: 1,
			totalContainers: 1,
			restarts: 0,
			lastRestartAt: undefined,
			ready: true,
			node: 'ip-10-1',
			ip: '10.244.1.7',
			containers: [
				{
					name: 'api',
					image: 'shop/api:1.9.0',
					role: 'app',
					ready: true,
					started: true,
					restarts: 0,
					state: 'running',
					reason: '',
					message: '',
					startedAt: Date.parse('2026-11-24T11:50:05Z'),
					exit: undefined,
					lastExit: undefined,
					requests: {cpu: 0.1, memory: 128 * 2 ** 20},
					limits: {cpu: 0.5, memory: 256 * 2 ** 20},
					ports: [{name: 'http', port: 8000, protocol: 'TCP'}],
				},
			],
			requests: {cpu: 0.1, memory: 128 * 2 ** 20},
			limits: {cpu: 0.5, memory: 256 * 2 ** 20},
			revisionHash: '7f9c5d',
			conditions: [
				{type: 'Ready', status: 'True', reason: '', message: '', since: Date.parse('2026-11-24T11:50:08Z')},
			],
		},
		usage: {cpu: 0.041, memory: 240 * 2 ** 20, measuredAt: Date.parse('2026-11-24T11:59:50Z')},
		cells: {
			namespace: 'shop',
			name: 'api-7f9c5d-x2xkq',
			ready: '1/1',
			status: 'Running',
			restarts: '0',
			allRestarts: '0',
			lastExit: '–',
			cpu: '41m',
			cpuShare: '8',
			memory: '240Mi',
			memoryShare: '94',
			ip: '10.244.1.7',
			node: 'ip-10-1',
			age: '10m',
		},
		mark: 'healthy',
		drill: {to: 'containers', pod: 'pod-uid'},
	},
	{
		name: 'nothing is measured of a pod without limits, and its restarts may have been more',
		object: pod({
			spec: {containers: [{name: 'api', image: 'api:1'}]},
			status: {phase: 'Running', conditions: readyConditions, containerStatuses: [running('api')]},
		}),
		row: {requests: {cpu: undefined, memory: undefined}, limits: {cpu: undefined, memory: undefined}, node: ''},
		restarts: {count: 3, atLeast: true},
		cells: {restarts: '≥3', cpu: '–', cpuShare: '–', memory: '–', memoryShare: '–', ip: '–', node: '–'},
	},
	{
		name: 'a finished pod of a job',
		object: pod({
			status: {phase: 'Succeeded', containerStatuses: [ended('api', {exitCode: 0, reason: 'Completed'})]},
		}),
		row: {status: 'Completed', readyContainers: 0, restarts: 0},
		cells: {lastExit: 'exit 0 60s ago'},
		mark: 'healthy',
	},
	{
		name: 'a failed pod of a job',
		object: pod({status: {phase: 'Failed', containerStatuses: [ended('api', {exitCode: 1, reason: 'Error'})]}}),
		row: {status: 'Error', phase: 'Failed'},
		mark: 'struggling',
	},
	{
		name: 'one container has completed, the other runs and the pod is ready',
		object: pod({
			status: {
				phase: 'Running',
				conditions: readyConditions,
				containerStatuses: [ended('copy', {exitCode: 0, reason: 'Completed'}), running('api')],
			},
		}),
		row: {status: 'Running', readyContainers: 1},
	},
	{
		name: 'one container has completed, the other runs and the pod is not ready',
		object: pod({
			status: {
				phase: 'Running',
				conditions: notReady,
				containerStatuses: [ended('copy', {exitCode: 0, reason: 'Completed'}), running('api')],
			},
		}),
		row: {status: 'NotReady', readyContainers: 1},
	},
	{
		name: 'an evicted pod',
		object: pod({status: {phase: 'Failed', reason: 'Evicted', message: 'The node was low on resource: memory.'}}),
		row: {status: 'Evicted', readyContainers: 0, totalContainers: 1},
		mark: 'struggling',
	},
	{
		name: 'a pod that is deleted and still runs',
		object: pod({
			metadata: {deletionTimestamp: '2026-11-24T11:59:00Z'},
			status: {phase: 'Running', conditions: readyConditions, containerStatuses: [running('api')]},
		}),
		row: {status: 'Terminating', deletedAt: Date.parse('2026-11-24T11:59:00Z'), readyContainers: 1},
		mark: 'progressing',
	},
	{
		name: 'a pod that is deleted and has ended keeps its end',
		object: pod({
			metadata: {deletionTimestamp: '2026-11-24T11:59:00Z'},
			status: {phase: 'Succeeded', containerStatuses: [ended('api', {exitCode: 0, reason: 'Completed'})]},
		}),
		row: {status: 'Completed'},
	},
	{
		name: 'a deleted pod whose node is lost is Unknown',
		object: pod({
			metadata: {deletionTimestamp: '2026-11-24T11:59:00Z'},
			status: {phase: 'Running', reason: 'NodeLost'},
		}),
		row: {status: 'Unknown'},
		mark: 'unknown',
	},
	{
		name: 'a pod whose node is lost',
		object: pod({status: {phase: 'Running', reason: 'NodeLost', containerStatuses: [running('api')]}}),
		row: {status: 'NodeLost', readyContainers: 1},
		mark: 'unknown',
	},
	{
		name: 'a pod of a StatefulSet belongs to the revision that its label names',
		object: pod({
			metadata: {
				labels: {
					'controller-revision-hash': 'postgres-9c4764f48',
					'statefulset.kubernetes.io/pod-name': 'postgres-0',
				},
			},
			status: {phase: 'Running'},
		}),
		row: {revisionHash: 'postgres-9c4764f48', status: 'Running'},
	},
	{
		name: 'what a pod sets for all its containers holds before their sum',
		object: pod({
			spec: {
				resources: {limits: {memory: '1Gi'}},
				containers: [
					{name: 'api', image: 'api:1', resources: {limits: {cpu: '1', memory: '256Mi'}}},
					{name: 'proxy', image: 'proxy:1', resources: {limits: {cpu: '500m'}}},
				],
			},
			status: {phase: 'Pending'},
		}),
		row: {limits: {cpu: 1.5, memory: 2 ** 30}, requests: {cpu: undefined, memory: undefined}, totalContainers: 2},
	},
	...brokenExamples,
	...initExamples,
];

export default examples;
