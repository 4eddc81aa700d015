import {aDeployment, ago, anEvent, aPod, aReplicaSet, type RuleExample, waiting} from '../../example.ts';

const owners = [aDeployment('api', {spec: {replicas: 1}}), aReplicaSet('api', 1)];
const volumes = {
	volumes: [
		{name: 'files', nfs: {server: 'nas', path: '/files'}},
		{name: 'data', persistentVolumeClaim: {claimName: 'data'}},
		{name: 'settings', configMap: {name: 'api'}},
	],
};
const pod = aPod('api', 1, 'x', {...waiting('api', 'ContainerCreating', ''), spec: volumes});
const failed = (message: string, seconds = 110, name = 'one') =>
	anEvent(pod, 'FailedMount', message, {
		metadata: {name, uid: name},
		firstTimestamp: ago(seconds),
		lastTimestamp: ago(10),
		count: 3,
	});
const NFS =
	'MountVolume.SetUp failed for volume "files" : mount failed: exit status 32: mount.nfs: Connection timed out';
const TIMED_OUT =
	'Unable to attach or mount volumes: unmounted volumes=[files], unattached volumes=[files settings]: timed out waiting for the condition';

export default [
	{
		name: 'a file server that does not answer',
		objects: [...owners, pod, failed(NFS), failed(TIMED_OUT, 90, 'two')],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods cannot mount volume files: mount failed: exit status 32: mount.nfs: Connection timed out',
				because: 'tried on node-1',
				verdict: 'struggling',
				evidence: [`FailedMount ×3 ${NFS}`],
				since: ago(110),
			},
		],
	},
	{
		name: 'a disk whose driver refuses',
		objects: [
			...owners,
			pod,
			failed(
				'MountVolume.MountDevice failed for volume "data" : rpc error: code = Internal desc = wrong fs type',
			),
		],
		finds: [{title: 'Pods cannot mount volume data (PersistentVolumeClaim data): wrong fs type'}],
	},
	{
		name: 'nothing but that it takes too long',
		objects: [...owners, pod, failed(TIMED_OUT)],
		finds: [{title: 'Pods cannot mount volume files: timed out'}],
	},
	{
		name: 'a ConfigMap that is missing is told by another rule',
		objects: [
			...owners,
			pod,
			failed('MountVolume.SetUp failed for volume "settings" : configmap "api" not found'),
			failed(
				'Unable to attach or mount volumes: unmounted volumes=[settings], unattached volumes=[settings]: timed out',
				90,
				'two',
			),
		],
		finds: [],
	},
	{name: 'a driver that comes up with the node', objects: [...owners, pod, failed(NFS, 40)], finds: []},
	{
		name: 'it was mounted in the end, and the image is pulled',
		objects: [
			...owners,
			pod,
			failed(NFS),
			anEvent(pod, 'Pulling', 'Pulling image "shop/api:1.8.2"', {type: 'Normal', lastTimestamp: ago(5)}),
		],
		finds: [],
	},
	{name: 'a pod that runs', objects: [...owners, aPod('api', 1, 'x', {spec: volumes}), failed(NFS)], finds: []},
] satisfies readonly RuleExample[];
