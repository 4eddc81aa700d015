import {aDeployment, ago, anEvent, anObject, aPod, aReplicaSet, type RuleExample} from '../../example.ts';
import {aNode, unplaced} from '../../example-nodes.ts';

const WORDS = '0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found';
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
const claim = (spec: object = {}, phase = 'Pending', name = 'data') =>
	anObject('v1', 'PersistentVolumeClaim', name, {
		spec: {resources: {requests: {storage: '10Gi'}}, ...spec},
		status: {phase},
	});
const fast = claim({storageClassName: 'fast'});
const MISSING = 'storageclass.storage.k8s.io "fast" not found';
const NO_CLASS = 'no persistent volumes available for this claim and no storage class is set';

export default [
	{
		name: 'a storage class that does not exist, and the one that others use',
		objects: [
			...owners,
			waiting(),
			fast,
			claim({storageClassName: 'standard'}, 'Bound', 'other'),
			anEvent(fast, 'ProvisioningFailed', MISSING, {count: 8}),
		],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods wait for PersistentVolumeClaim data, not bound yet: storage class fast does not exist',
				because: 'it asks for 10Gi of storage class fast; bound claims use standard',
				extent: '1 of 1 pod',
				verdict: 'doomed',
				confidence: 'certain',
				affects: ['api-rs1-x', 'data'],
				evidence: [`ProvisioningFailed ×8 ${MISSING}`, 'data is Pending', WORDS],
				next: ['make the claim anew with a storage class that exists', 'or create storage class fast'],
				since: ago(120),
			},
		],
	},
	{
		name: 'no class is named, and the cluster has no default',
		objects: [...owners, waiting(), claim(), anEvent(claim(), 'FailedBinding', NO_CLASS, {type: 'Normal'})],
		finds: [
			{
				title: 'Pods wait for PersistentVolumeClaim data, not bound yet: there is no default storage class',
				because: 'it asks for 10Gi of the default storage class; no volume made by hand fits it',
				verdict: 'doomed',
			},
		],
	},
	{
		name: 'a provisioner that fails, while the scheduler has placed the pod in thought',
		objects: [
			...owners,
			waiting(''),
			fast,
			anEvent(
				fast,
				'ProvisioningFailed',
				'failed to provision volume with StorageClass "fast": rpc error: code = ResourceExhausted desc = quota of disks exceeded',
				{lastTimestamp: ago(20)},
			),
			anEvent(
				fast,
				'ExternalProvisioning',
				"waiting for a volume to be created by the external provisioner 'ebs'",
				{
					type: 'Normal',
					lastTimestamp: ago(5),
				},
			),
		],
		finds: [
			{
				title: 'Pods wait for PersistentVolumeClaim data, not bound yet',
				because: 'it asks for 10Gi of storage class fast; quota of disks exceeded',
				verdict: 'struggling',
			},
		],
	},
	{
		name: 'a provisioner that is not there',
		objects: [
			...owners,
			waiting(''),
			fast,
			anEvent(
				fast,
				'ExternalProvisioning',
				"Waiting for a volume to be created either by the external provisioner 'rancher.io/local-path' or manually by the system administrator.",
				{type: 'Normal', count: 9},
			),
		],
		finds: [
			{
				title: 'Pods wait for PersistentVolumeClaim data, not bound yet: provisioner rancher.io/local-path does not make a volume',
			},
		],
	},
	{
		name: 'nothing but that the scheduler says so',
		objects: [...owners, waiting(), fast],
		finds: [
			{
				verdict: 'struggling',
				because: 'it asks for 10Gi of storage class fast',
				evidence: ['data is Pending', WORDS],
			},
		],
	},
	{
		name: 'volumes made by hand, of which none fits',
		objects: [
			...owners,
			waiting("0/1 nodes are available: 1 node(s) didn't find available persistent volumes to bind."),
			fast,
			anEvent(fast, 'WaitForPodScheduled', 'waiting for pod api-rs1-x to be scheduled', {type: 'Normal'}),
		],
		finds: [{title: 'Pods wait for PersistentVolumeClaim data, not bound yet: no volume that is free fits it'}],
	},
	{
		name: 'claims that may not be listed',
		objects: [...owners, waiting()],
		unseen: ['persistentvolumeclaim'],
		finds: [
			{
				title: 'Pods wait for PersistentVolumeClaim data, not bound yet',
				because: 'the scheduler says so; claims cannot be listed',
			},
		],
	},
	{
		name: 'a claim that waits for its first pod is as it should be, when the pod waits for something else',
		objects: [
			...owners,
			waiting('0/1 nodes are available: 1 Insufficient cpu.'),
			fast,
			anEvent(fast, 'WaitForFirstConsumer', 'waiting for first consumer to be created before binding', {
				type: 'Normal',
			}),
		],
		finds: [],
	},
	{
		name: 'a disk that is being made',
		objects: [
			...owners,
			waiting(WORDS, 20),
			fast,
			anEvent(fast, 'Provisioning', 'External provisioner is provisioning volume', {type: 'Normal'}),
		],
		finds: [],
	},
	{name: 'bound by now', objects: [...owners, waiting(), claim({}, 'Bound')], finds: []},
	{name: 'pods that have a node', objects: [...owners, aPod('api', 1, 'x'), fast], finds: []},
] satisfies readonly RuleExample[];
