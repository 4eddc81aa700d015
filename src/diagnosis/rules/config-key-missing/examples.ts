import {rolloutOf, stuck} from '../../creation/example.ts';
import {ago, anObject, type RuleExample} from '../../example.ts';

const spec = {
	containers: [
		{
			name: 'api',
			image: 'shop/api:1.9.0',
			env: [
				{name: 'DB', valueFrom: {configMapKeyRef: {name: 'api-config', key: 'DATABASE_URL'}}},
				{name: 'TOKEN', valueFrom: {secretKeyRef: {name: 'api-secret', key: 'token'}}},
			],
		},
	],
};
const rollout = rolloutOf(spec);
const noKey = stuck(spec, 'CreateContainerConfigError', "couldn't find key DATABASE_URL in ConfigMap shop/api-config");

export default [
	{
		name: 'a key that is called otherwise',
		objects: [
			...rollout,
			noKey,
			anObject('v1', 'ConfigMap', 'api-config', {
				data: {LOG_LEVEL: 'info', DATABASE_URI: 'postgres://u:p@db/shop'},
			}),
		],
		finds: [
			{
				title: 'New pods wait for key DATABASE_URL, which ConfigMap api-config does not have',
				because:
					'variable DB of container api reads it, rev 1 did not; perhaps DATABASE_URI is meant; it has DATABASE_URI and LOG_LEVEL',
				extent: '1 of 1 pod of rev 2',
				verdict: 'doomed',
				confidence: 'certain',
				evidence: ["CreateContainerConfigError: couldn't find key DATABASE_URL in ConfigMap shop/api-config"],
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'add key DATABASE_URL to ConfigMap api-config',
					'or read another key of api-config',
				],
			},
		],
	},
	{
		name: 'an empty ConfigMap',
		objects: [...rollout, noKey, anObject('v1', 'ConfigMap', 'api-config')],
		finds: [{because: 'variable DB of container api reads it, rev 1 did not; it has no keys at all'}],
	},
	{
		name: 'ConfigMaps may not be listed',
		objects: [...rollout, noKey],
		unseen: ['configmap'],
		finds: [
			{
				verdict: 'doomed',
				because:
					'variable DB of container api reads it, rev 1 did not; what there is instead cannot be seen (list configmaps)',
			},
		],
	},
	{
		name: 'of a Secret nobody reads the keys',
		objects: [
			...rollout,
			stuck(spec, 'CreateContainerConfigError', "couldn't find key token in Secret shop/api-secret"),
			anObject('v1', 'Secret', 'api-secret'),
		],
		finds: [
			{
				title: 'New pods wait for key token, which Secret api-secret does not have',
				because: 'variable TOKEN of container api reads it, rev 1 did not',
				verdict: 'doomed',
			},
		],
	},
	{
		name: 'the key was added a moment ago',
		before: [
			{
				at: '2026-11-24T11:59:30Z',
				objects: [...rollout, noKey, anObject('v1', 'ConfigMap', 'api-config', {data: {LOG_LEVEL: 'info'}})],
			},
		],
		objects: [
			...rollout,
			noKey,
			anObject('v1', 'ConfigMap', 'api-config', {data: {DATABASE_URL: 'postgres://db/shop'}}),
		],
		finds: [{verdict: 'progressing'}],
	},
	{
		name: 'a whole ConfigMap that is missing is another matter',
		objects: [...rollout, stuck(spec, 'CreateContainerConfigError', 'configmap "api-config" not found')],
		finds: [],
	},
	{
		name: 'once the pod runs it is over',
		before: [{at: ago(60), objects: [...rollout, noKey]}],
		objects: [...rollout],
		finds: [],
	},
] satisfies readonly RuleExample[];
