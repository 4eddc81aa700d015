import type {NodeRow} from '../../../model/workload.ts';
import type {KindExample} from '../../example.ts';

const condition = (type: string, status: string) => ({type, status, lastTransitionTime: '2026-11-23T12:00:00Z'});

/** A node with these parts. */
function node(conditions: readonly object[], spec: object = {}, labels: object = {}): object {
	return {
		apiVersion: 'v1',
		kind: 'Node',
		metadata: {name: 'ip-10-1', uid: 'node-uid', creationTimestamp: '2026-11-23T12:00:00Z', labels},
		spec,
		status: {
			addresses: [
				{type: 'Hostname', address: 'ip-10-1'},
				{type: 'InternalIP', address: '10.199.0.1'},
			],
			allocatable: {
				cpu: '1930m',
				memory: '8Gi',
				pods: '110',
				'ephemeral-storage': '100Gi',
				'hugepages-2Mi': '0',
			},
			nodeInfo: {kubeletVersion: 'v1.35.4'},
			conditions,
		},
	};
}

const ready = [condition('MemoryPressure', 'False'), condition('Ready', 'True')];

const examples: readonly KindExample<NodeRow>[] = [
	{
		name: 'a healthy control plane node',
		object: node(
			ready,
			{taints: [{key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule'}]},
			{'node-role.kubernetes.io/control-plane': '', 'kubernetes.io/role': 'master'},
		),
		row: {
			kind: 'node',
			uid: 'node-uid',
			name: 'ip-10-1',
			namespace: '',
			createdAt: Date.parse('2026-11-23T12:00:00Z'),
			deletedAt: undefined,
			finalizers: [],
			labels: {'node-role.kubernetes.io/control-plane': '', 'kubernetes.io/role': 'master'},
			owner: undefined,
			status: 'Ready',
			roles: ['control-plane', 'master'],
			version: 'v1.35.4',
			internalIp: '10.199.0.1',
			allocatable: {cpu: 1.93, memory: 8 * 2 ** 30, pods: 110, others: {'ephemeral-storage': 100 * 2 ** 30}},
			unschedulable: false,
			taints: [{key: 'node-role.kubernetes.io/control-plane', value: '', effect: 'NoSchedule'}],
			conditions: [
				{
					type: 'MemoryPressure',
					status: 'False',
					reason: '',
					message: '',
					since: Date.parse('2026-11-23T12:00:00Z'),
				},
				{type: 'Ready', status: 'True', reason: '', message: '', since: Date.parse('2026-11-23T12:00:00Z')},
			],
		},
		usage: {cpu: 0.965, memory: 2 ** 30, measuredAt: Date.parse('2026-11-24T11:59:50Z')},
		cells: {
			status: 'Ready',
			roles: 'control-plane,master',
			cpu: '965m',
			cpuShare: '50',
			memory: '1Gi',
			memoryShare: '13',
			version: 'v1.35.4',
			ip: '10.199.0.1',
			taints: 'node-role.kubernetes.io/control-plane:NoSchedule',
			age: '24h',
		},
		mark: 'healthy',
		drill: {to: 'pod', by: 'node', node: 'ip-10-1'},
	},
	{
		name: 'a node that stopped reporting is NotReady',
		object: node([condition('Ready', 'Unknown')]),
		row: {status: 'NotReady', roles: []},
		cells: {status: 'NotReady', roles: '–', taints: '–'},
		mark: 'struggling',
	},
	{
		name: 'a node short of memory says so',
		object: node([condition('MemoryPressure', 'True'), condition('Ready', 'True')]),
		row: {status: 'Ready'},
		cells: {status: 'Ready,MemoryPressure'},
		mark: 'struggling',
	},
	{
		name: 'a node that is drained',
		object: node(ready, {unschedulable: true, taints: [{key: 'drain', value: 'yes', effect: 'NoExecute'}]}),
		row: {status: 'Ready,SchedulingDisabled', unschedulable: true},
		cells: {taints: 'drain=yes:NoExecute'},
		mark: 'progressing',
	},
	{
		name: 'a node that has never reported',
		object: {metadata: {name: 'new', uid: 'node-uid'}},
		row: {
			status: 'Unknown',
			version: '',
			internalIp: '',
			allocatable: {cpu: undefined, memory: undefined, pods: undefined, others: {}},
		},
		cells: {status: 'Unknown', version: '–', ip: '–'},
		mark: 'unknown',
	},
];

export default examples;
