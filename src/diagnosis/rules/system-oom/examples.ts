import {ago, anEvent, aPod, crashed, type RuleExample} from '../../example.ts';
import {aNode} from '../../example-nodes.ts';

const node = aNode('node-1');
const told = (message: string, fields: object = {}) =>
	anEvent(node, 'SystemOOM', message, {
		involvedObject: {uid: 'node-1'},
		firstTimestamp: ago(25),
		lastTimestamp: ago(25),
		...fields,
	});
const KUBELET = 'System OOM encountered, victim process: python, pid: 4711';

export default [
	{
		name: 'the kernel kills a program of a pod',
		objects: [node, told(KUBELET), aPod('api', 1, 'a', crashed('api', 137)), aPod('api', 1, 'b')],
		finds: [
			{
				object: 'node/node-1',
				title: 'Node node-1 ran out of memory and killed python',
				because: '1 pod had a container killed at that moment',
				verdict: 'struggling',
				affects: ['api-rs1-a'],
				evidence: [`SystemOOM ${KUBELET}`],
				since: ago(25),
			},
		],
	},
	{
		name: 'the problem detector tells it',
		objects: [node, told('Out of memory: Killed process 4711 (java) total-vm:9000000kB', {reason: 'OOMKilling'})],
		finds: [
			{
				title: 'Node node-1 ran out of memory and killed java',
				because: 'it was not a limit of a container that was reached',
			},
		],
	},
	{
		name: 'a container that reached its own limit is another matter',
		objects: [node, told('Memory cgroup out of memory: Killed process 4711 (java)', {reason: 'OOMKilling'})],
		finds: [],
	},
	{name: 'ten minutes ago', objects: [node, told(KUBELET, {lastTimestamp: ago(600)})], finds: []},
	{name: 'a node with memory left', objects: [node, aPod('api', 1, 'a')], finds: []},
] satisfies readonly RuleExample[];
