import {
	aDeployment,
	ago,
	anObject,
	aPod,
	aReplicaSet,
	type ApiObject,
	notReady,
	type RuleExample,
} from '../../example.ts';

const container = {
	name: 'api',
	image: 'shop/api:1.8.2',
	envFrom: [{secretRef: {name: 'api'}}],
	env: [{name: 'DB_POOL_SIZE', valueFrom: {configMapKeyRef: {name: 'api', key: 'pool'}}}],
};
const spec = {containers: [container]};
const deployment = [aDeployment('api', {spec: {template: {spec}}}), aReplicaSet('api', 1)];
const pods = ['a', 'b'].map(suffix => aPod('api', 1, suffix, {spec}));
const configMap = (pool: string, fields = {}): ApiObject =>
	anObject('v1', 'ConfigMap', 'api', {data: {pool}, ...fields});
const secret = (version: string): ApiObject => anObject('v1', 'Secret', 'api', {metadata: {resourceVersion: version}});
const before = [{at: ago(600), objects: [...deployment, ...pods, configMap('5'), secret('1')]}];

export default [
	{
		name: 'a value is changed while the pods run',
		before,
		objects: [...deployment, ...pods, configMap('15'), secret('1')],
		finds: [
			{
				object: 'deployment/api',
				title: 'Pods started before ConfigMap api was changed, and hold its old values',
				because: 'DB_POOL_SIZE is read when a container starts, and not again',
				extent: '2 of 3 pods',
				verdict: 'info',
				confidence: 'certain',
				evidence: ['ConfigMap api was changed', 'the newest of them, api-rs1-a, started before'],
				next: ['kubectl rollout restart deployment/api -n shop, when they are to take it over'],
				since: '2026-11-24T12:00:00Z',
			},
		],
	},
	{
		name: 'a Secret is written again, with what we do not know',
		before,
		objects: [...deployment, ...pods, configMap('5'), secret('2')],
		finds: [
			{
				title: 'Pods started before Secret api was changed, and hold its old values',
				because: 'all its keys are read when a container starts, and not again',
				confidence: 'possible',
			},
		],
	},
	{
		name: 'it was replaced by a new one before we looked',
		objects: [...deployment, ...pods, configMap('15', {metadata: {creationTimestamp: ago(300)}})],
		finds: [{since: ago(300)}],
	},
	{
		name: 'the pods were restarted since',
		before: [...before, {at: ago(300), objects: [...deployment, ...pods, configMap('15')]}],
		objects: [
			...deployment,
			...['c', 'd'].map(suffix =>
				aPod('api', 1, suffix, {
					spec,
					...notReady('api', {ready: true, state: {running: {startedAt: ago(200)}}}),
				}),
			),
			configMap('15'),
		],
		finds: [],
	},
	{
		name: 'only its labels changed',
		before,
		objects: [...deployment, ...pods, configMap('5', {metadata: {labels: {team: 'shop'}}}), secret('1')],
		finds: [],
	},
	{
		name: 'a volume is kept up to date',
		before: [
			{at: ago(600), objects: [aDeployment('api'), aReplicaSet('api', 1), aPod('api', 1, 'a'), configMap('5')]},
		],
		objects: [aDeployment('api'), aReplicaSet('api', 1), aPod('api', 1, 'a'), configMap('15')],
		finds: [],
	},
	{name: 'nothing was changed', before, objects: before[0]?.objects ?? [], finds: []},
] satisfies readonly RuleExample[];
