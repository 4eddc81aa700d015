import {aPod, anObject, type ApiObject, crashed, type RuleExample} from '../../example.ts';
import {aFailedStart, aFailingDeployment, aFailingRollout} from '../../example-crashes.ts';

const log = (field: string, error = 'Field required [type=missing, input_value={}, input_type=dict]'): string =>
	`Traceback (most recent call last):
  File "/app/shop/config.py", line 9, in <module>
    settings = Settings()
pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings
${field}
  ${error}
    For further information visit https://errors.pydantic.dev/2.5/v/missing`;

const withSpec = (
	objects: readonly ApiObject[],
	container: {readonly [field: string]: unknown},
): readonly ApiObject[] => [
	...objects.slice(0, -1),
	aPod('api', 2, 'x', {
		...crashed('api', 1),
		spec: {containers: [{name: 'api', image: 'shop/api:1.9.0', ...container}]},
	}),
];

export default [
	{
		name: 'a field without a value',
		objects: withSpec(aFailingRollout(), {env: [{name: 'REDIS_URI', value: 'redis://redis'}]}),
		logs: {'api-rs2-x/api': log('redis_url')},
		finds: [
			{
				title: 'New pods exit at start: the setting redis_url is missing',
				because:
					'the template does not set it; the nearest is REDIS_URI; rev 2 changed image api:1.8.2 → 1.9.0',
				verdict: 'doomed',
				confidence: 'certain',
				evidence: [
					'pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings: redis_url: Field required',
					'exit 1 ×4: the program failed',
					'CrashLoopBackOff: 40s until the next start',
				],
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'set redis_url in the template, or in what its environment comes from',
				],
			},
		],
	},
	{
		name: 'a value that cannot be read',
		objects: withSpec(aFailingRollout(), {env: [{name: 'POOL_SIZE', value: 'ten'}]}),
		logs: {
			'api-rs2-x/api': log(
				'pool_size',
				"Input should be a valid integer [type=int_parsing, input_value='ten', input_type=str]",
			),
		},
		finds: [
			{
				title: 'New pods exit at start: the setting pool_size has a wrong value',
				because: 'the template sets it; rev 2 changed image api:1.8.2 → 1.9.0',
			},
		],
	},
	{
		name: 'the environment comes from a ConfigMap whose keys are known',
		objects: [
			...withSpec(aFailingRollout(), {envFrom: [{configMapRef: {name: 'api'}}]}),
			anObject('v1', 'ConfigMap', 'api', {data: {DATABASE_URI: 'x'}}),
		],
		logs: {'api-rs2-x/api': "KeyError: 'DATABASE_URL'"},
		finds: [
			{
				because:
					'the template does not set it; the nearest is DATABASE_URI; rev 2 changed image api:1.8.2 → 1.9.0',
			},
		],
	},
	{
		name: 'the environment comes from a Secret, whose keys nobody reads',
		objects: withSpec(aFailingRollout(), {envFrom: [{secretRef: {name: 'api'}}]}),
		logs: {'api-rs2-x/api': "KeyError: 'DATABASE_URL'"},
		finds: [{because: 'not in the template, perhaps in secret api; rev 2 changed image api:1.8.2 → 1.9.0'}],
	},
	{
		name: 'another exception',
		objects: aFailingDeployment(3),
		logs: {'api-rs1-a/api': aFailedStart('ValueError: bad rate')},
		finds: [],
	},
] satisfies readonly RuleExample[];
