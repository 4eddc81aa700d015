import {aPod, type RuleExample} from '../../example.ts';
import {aNode} from '../../example-nodes.ts';

export default [
	{
		name: 'a node that is being drained',
		objects: [aNode('node-1', {spec: {unschedulable: true}}), aPod('api', 1, 'a')],
		finds: [
			{
				object: 'node/node-1',
				title: 'Node node-1 is cordoned',
				because: 'it takes no new pods; 1 pod is on it: api',
				verdict: 'info',
				affects: ['api-rs1-a'],
				evidence: ['node-1 Ready,SchedulingDisabled'],
				next: ['when its maintenance is over: kubectl uncordon node-1'],
			},
		],
	},
	{name: 'a node that takes pods', objects: [aNode('node-1'), aPod('api', 1, 'a')], finds: []},
] satisfies readonly RuleExample[];
