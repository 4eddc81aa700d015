import {aDeployment, aPod, aReplicaSet, ago, type RuleExample} from '../../example.ts';

const GATE = 'target-health.elbv2.k8s.aws/k8s-shop-api-1';
const still = [aDeployment('api', {spec: {replicas: 1}}), aReplicaSet('api', 1)];
const MISSING = `corresponding condition of pod readiness gate "${GATE}" does not exist.`;

/** A pod with a gate whose containers are ready since so many seconds before noon. */
const gated = (seconds: number, message: string, conditions: readonly object[] = []): ReturnType<typeof aPod> =>
	aPod('api', 1, 'a', {
		metadata: {creationTimestamp: ago(seconds + 5)},
		spec: {readinessGates: [{conditionType: GATE}]},
		status: {
			conditions: [
				...conditions,
				{
					type: 'Ready',
					status: 'False',
					reason: 'ReadinessGatesNotReady',
					message,
					lastTransitionTime: ago(seconds + 5),
				},
			],
			containerStatuses: [
				{
					name: 'api',
					ready: true,
					started: true,
					restartCount: 0,
					state: {running: {startedAt: ago(seconds)}},
					lastState: {},
				},
			],
		},
	});

export default [
	{
		name: 'nobody has set the condition of the gate for ten minutes',
		objects: [...still, gated(600, MISSING)],
		finds: [
			{
				object: 'deployment/api',
				title: `Pods wait for readiness gate ${GATE}, though their containers are ready`,
				because: `nobody has set ${GATE}`,
				verdict: 'struggling',
				confidence: 'certain',
				evidence: [`ReadinessGatesNotReady: ${MISSING}`],
				next: [`look at the controller that sets ${GATE}: its log, and whether it watches this namespace`],
				since: ago(600),
			},
		],
	},
	{
		name: 'the controller says why it does not open it',
		objects: [
			...still,
			gated(600, `the status of pod readiness gate "${GATE}" is not "True", but False`, [
				{
					type: GATE,
					status: 'False',
					reason: 'Target.FailedHealthChecks',
					message: 'Health checks failed with these codes: [404]',
				},
			]),
		],
		finds: [{because: `${GATE} is False: Health checks failed with these codes: [404]`, verdict: 'struggling'}],
	},
	{
		name: 'a load balancer needs a minute or two',
		objects: [...still, gated(90, MISSING)],
		finds: [{verdict: 'progressing'}],
	},
	{
		name: 'and the first moments of it are no news',
		objects: [...still, gated(10, MISSING)],
		finds: [],
	},
	{
		name: 'a pod that is ready',
		objects: [...still, aPod('api', 1, 'a', {spec: {readinessGates: [{conditionType: GATE}]}})],
		finds: [],
	},
	{
		name: 'a clock of the cluster that is ten minutes ahead of ours',
		objects: [...still, gated(-600, MISSING)],
		finds: [],
	},
] satisfies readonly RuleExample[];
