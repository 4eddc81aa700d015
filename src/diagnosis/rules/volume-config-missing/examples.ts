import {creating, rolloutOf, stuck, warned} from '../../creation/example.ts';
import {anObject, type RuleExample} from '../../example.ts';

const spec = {
	containers: [{name: 'api', image: 'shop/api:1.9.0'}],
	volumes: [
		{name: 'files', configMap: {name: 'api-files'}},
		{name: 'all', projected: {sources: [{secret: {name: 'tls'}}, {configMap: {name: 'extra'}}]}},
	],
};
const rollout = rolloutOf(spec);
const pod = creating('x', 60, spec);

export default [
	{
		name: 'a ConfigMap that is to be mounted',
		objects: [
			...rollout,
			pod,
			warned(
				pod,
				'FailedMount',
				'MountVolume.SetUp failed for volume "files" : configmap "api-files" not found',
				58,
				10,
			),
			anObject('v1', 'ConfigMap', 'api-file'),
		],
		finds: [
			{
				title: 'New pods wait for ConfigMap api-files to mount, which does not exist',
				because: 'volume files reads it, rev 1 did not; there is api-file',
				extent: '1 of 1 pod of rev 2',
				verdict: 'doomed',
				confidence: 'certain',
				evidence: [
					'FailedMount ×4 MountVolume.SetUp failed for volume "files" : configmap "api-files" not found',
				],
				next: ['roll back to rev 1 (shop/api:1.8.2)', 'create ConfigMap api-files in shop'],
			},
		],
	},
	{
		name: 'a file of it that is not there: the message does not name the ConfigMap, the volume does',
		objects: [
			...rollout,
			pod,
			warned(
				pod,
				'FailedMount',
				'MountVolume.SetUp failed for volume "files" : configmap references non-existent config key: app.yml',
				58,
				10,
			),
			anObject('v1', 'ConfigMap', 'api-files', {data: {'app.yaml': 'x'}}),
		],
		finds: [
			{
				title: 'New pods wait for key app.yml to mount, which ConfigMap api-files does not have',
				because: 'volume files reads it, rev 1 did not; perhaps app.yaml is meant; it has app.yaml',
			},
		],
	},
	{
		name: 'two of one projected volume',
		objects: [
			...rollout,
			pod,
			warned(
				pod,
				'FailedMount',
				'MountVolume.SetUp failed for volume "all" : [secret "tls" not found, configmap "extra" not found]',
				58,
				10,
			),
		],
		finds: [
			{title: 'New pods wait for ConfigMap extra to mount, which does not exist'},
			{title: 'New pods wait for Secret tls to mount, which does not exist'},
		],
	},
	{
		name: 'a cache of the kubelet that is not filled is none of it',
		objects: [
			...rollout,
			pod,
			warned(
				pod,
				'FailedMount',
				'MountVolume.SetUp failed for volume "files" : failed to sync configmap cache: timed out waiting for the condition',
				58,
				10,
			),
		],
		finds: [],
	},
	{
		name: 'a pod that got past it',
		objects: [
			...rollout,
			stuck(spec, 'ErrImagePull', 'not found'),
			warned(
				stuck(spec, 'ErrImagePull', 'not found'),
				'FailedMount',
				'MountVolume.SetUp failed for volume "files" : configmap "api-files" not found',
				100,
				90,
			),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
