import {aDeployment, ago, aPod, aReplicaSet, type RuleExample} from '../../example.ts';

const pods = [aReplicaSet('api', 1), ...['a', 'b', 'c'].map(suffix => aPod('api', 1, suffix))];
const unseen = [aDeployment('api', {metadata: {generation: 2}}), ...pods];

export default [
	{
		name: 'nobody has looked at a new spec for 40 seconds',
		before: [
			{at: ago(60), objects: [aDeployment('api'), ...pods]},
			{at: ago(40), objects: unseen},
		],
		objects: unseen,
		finds: [
			{
				object: 'deployment/api',
				title: 'Deployment api was changed, and its controller has not seen it',
				verdict: 'struggling',
				confidence: 'certain',
				since: ago(40),
			},
		],
	},
	{name: 'just changed, as far as we know', objects: unseen, finds: []},
	{
		name: 'changed a moment ago',
		before: [{at: ago(20), objects: unseen}],
		objects: unseen,
		finds: [],
	},
	{name: 'seen', objects: [aDeployment('api'), ...pods], finds: []},
] satisfies readonly RuleExample[];
