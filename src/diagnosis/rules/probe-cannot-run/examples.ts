import {aDeployment, aReplicaSet, type RuleExample} from '../../example.ts';
import {anUnreadyPod, httpGet, unhealthy} from '../../example-probes.ts';

const still = [aDeployment('api', {spec: {replicas: 1}}), aReplicaSet('api', 1)];
const CURL = {
	exec: {command: ['curl', '-f', 'http://localhost:8000/ready']},
	periodSeconds: 5,
	timeoutSeconds: 1,
	failureThreshold: 3,
};
const NOT_FOUND =
	'rpc error: code = Unknown desc = failed to exec in container: failed to start exec "8f2c": OCI runtime exec failed: exec failed: unable to start container process: exec: "curl": executable file not found in $PATH: unknown';

const named = {readinessProbe: httpGet('/ready', {httpGet: {port: 'web'}})};
const pod = anUnreadyPod('api', 1, 'a', named, 60);
const startup = anUnreadyPod('api', 1, 'a', {startupProbe: httpGet('/health', {httpGet: {port: 'web'}})}, 60, {
	started: false,
});
const command = anUnreadyPod('api', 1, 'a', {readinessProbe: CURL}, 60);
const shell = anUnreadyPod(
	'api',
	1,
	'a',
	{readinessProbe: {...CURL, exec: {command: ['sh', '-c', 'curl -f localhost:8000']}}},
	60,
);

export default [
	{
		name: 'the probe names a port that the container does not have',
		objects: [
			...still,
			pod,
			unhealthy(pod, 'Readiness probe errored and resulted in unknown state: port web not found'),
		],
		finds: [
			{
				title: 'Pods fail their readiness probe: it asks port web, and the container names none so',
				because: 'the container names http (8000); it had 3 misses every 10s = 30s after its start',
				verdict: 'doomed',
				next: ['name a port of the container web, or give the probe a number'],
			},
		],
	},
	{
		name: 'a startup probe of this kind never ends, and never kills',
		objects: [...still, startup, unhealthy(startup, 'Startup probe errored: port web not found')],
		finds: [
			{
				title: 'Pods fail their startup probe: it asks port web, and the container names none so',
				verdict: 'doomed',
			},
		],
	},
	{
		name: 'the command is not in the image',
		objects: [...still, command, unhealthy(command, `Readiness probe errored: ${NOT_FOUND}`)],
		finds: [
			{
				title: 'Pods fail their readiness probe: its command cannot be run: curl -f http://localhost:8000/ready',
				verdict: 'doomed',
			},
		],
	},
	{
		name: 'a shell does not find it',
		objects: [...still, shell, unhealthy(shell, 'Readiness probe failed: sh: curl: not found')],
		finds: [{verdict: 'doomed', next: ['put the command into the image, or ask by httpGet or tcpSocket']}],
	},
	{
		name: 'a command that runs and fails is another matter',
		objects: [
			...still,
			command,
			unhealthy(command, 'Readiness probe failed: curl: (22) The requested URL returned error: 503'),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
