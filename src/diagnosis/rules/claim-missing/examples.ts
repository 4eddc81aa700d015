import {aDeployment, ago, anObject, aPod, aReplicaSet, type RuleExample} from '../../example.ts';
import {aNode, unplaced} from '../../example-nodes.ts';

const WORDS = '0/1 nodes are available: persistentvolumeclaim "data" not found. not found';
const owners = [
	aDeployment('api', {spec: {replicas: 1}}),
	aReplicaSet('api', 1, {spec: {replicas: 1}}),
	aNode('node-1'),
];
const waiting = (message = WORDS, seconds = 120) =>
	aPod(
		'api',
		1,
		'x',
		unplaced(message, {volumes: [{name: 'data', persistentVolumeClaim: {claimName: 'data'}}]}, seconds),
	);
const claim = (name: string, fields: object = {}) =>
	anObject('v1', 'PersistentVolumeClaim', name, {status: {phase: 'Bound'}, ...fields});

export default [
	{
		name: 'a claim that nobody made, and one that was probably meant',
		objects: [...owners, waiting(), claim('data1')],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods need PersistentVolumeClaim data, which does not exist',
				because: 'there is one named data1',
				verdict: 'doomed',
				confidence: 'certain',
				evidence: [WORDS],
				next: ['create PersistentVolumeClaim data, or correct the name in the template'],
				since: ago(120),
			},
		],
	},
	{
		name: 'the words of an older scheduler, in a namespace without claims',
		objects: [...owners, waiting('persistentvolumeclaim "data" not found')],
		finds: [{because: 'there is no claim in shop'}],
	},
	{
		name: 'claims that may not be listed',
		objects: [...owners, waiting()],
		unseen: ['persistentvolumeclaim'],
		finds: [{because: 'the scheduler says so; claims cannot be listed'}],
	},
	{
		name: 'a claim that is being deleted',
		objects: [
			...owners,
			waiting('0/1 nodes are available: persistentvolumeclaim "data" is being deleted.'),
			claim('data', {metadata: {name: 'data', namespace: 'shop', uid: 'c', deletionTimestamp: ago(300)}}),
		],
		finds: [{title: 'Pods need PersistentVolumeClaim data, which is being deleted'}],
	},
	{name: 'it was made a moment ago', objects: [...owners, waiting(), claim('data')], finds: []},
	{name: 'it may come with the same apply', objects: [...owners, waiting(WORDS, 3)], finds: []},
	{name: 'pods that have a node', objects: [...owners, aPod('api', 1, 'x')], finds: []},
] satisfies readonly RuleExample[];
