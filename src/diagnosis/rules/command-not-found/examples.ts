import {rolloutOf, stuck} from '../../creation/example.ts';
import {anObject, aPod, type ApiObject, crashed, notReady, type RuleExample} from '../../example.ts';

const RUNC =
	'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: ';
const NOT_FOUND = `${RUNC}exec: "gunicron": executable file not found in $PATH: unknown`;
const spec = {containers: [{name: 'api', image: 'shop/api:1.9.0', command: ['gunicron'], args: ['app:app']}]};
const rollout = rolloutOf(spec);

/** The new pod in its back-off, after an end of this kind. */
function ended(code: number, exit: object, restartCount = 3): ApiObject {
	return aPod('api', 2, 'x', {...crashed('api', code, {restartCount}, {...exit}), spec});
}

export default [
	{
		name: 'a command that is mistyped',
		objects: [...rollout, ended(128, {reason: 'StartError', message: NOT_FOUND})],
		finds: [
			{
				title: 'New pods cannot start: the image has no command gunicron',
				because: 'container api runs gunicron app:app, rev 1 ran what the image says',
				extent: '1 of 1 pod of rev 2',
				verdict: 'doomed',
				confidence: 'certain',
				evidence: [`StartError: ${NOT_FOUND}`],
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'correct command and args in the template, or install the program in the image',
				],
			},
		],
	},
	{
		name: 'what a command line should not show',
		objects: [
			...rollout,
			aPod('api', 2, 'x', {
				...crashed('api', 128, {}, {reason: 'StartError', message: NOT_FOUND}),
				spec: {containers: [{...spec.containers[0], args: ['--dsn', 'postgres://shop:s3cret@db/shop']}]},
			}),
		],
		finds: [
			{
				because: 'container api runs gunicron --dsn postgres://shop:***@db/shop, rev 1 ran what the image says',
			},
		],
	},
	{
		name: 'while the runtime is still being asked',
		objects: [...rollout, stuck(spec, 'RunContainerError', NOT_FOUND)],
		finds: [{title: 'New pods cannot start: the image has no command gunicron'}],
	},
	{
		name: 'a script that is not there',
		objects: [
			...rollout,
			ended(128, {
				reason: 'StartError',
				message: `${RUNC}exec: "/app/start.sh": stat /app/start.sh: no such file or directory: unknown`,
			}),
		],
		finds: [{title: 'New pods cannot start: /app/start.sh is not in the image, or its interpreter is not'}],
	},
	{
		name: 'a script that is not executable',
		objects: [
			...rollout,
			ended(126, {
				reason: 'ContainerCannotRun',
				message: `${RUNC}exec: "/app/start.sh": permission denied: unknown`,
			}),
		],
		finds: [{title: 'New pods cannot start: /app/start.sh may not be executed'}],
	},
	{
		name: 'a program for another processor',
		objects: [
			...rollout,
			anObject('v1', 'Node', 'node-1', {metadata: {namespace: '', labels: {'kubernetes.io/arch': 'arm64'}}}),
			ended(128, {reason: 'StartError', message: `${RUNC}exec /app/server: exec format error`}),
		],
		finds: [
			{
				title: 'New pods cannot start: /app/server is not built for this processor, or is no program',
				because: 'container api runs gunicron app:app, rev 1 ran what the image says; node-1 is linux/arm64',
			},
		],
	},
	{
		name: 'a shell that finds no such command says so in the log',
		objects: [...rollout, ended(127, {}, 0)],
		logs: {'api-rs2-x/api': '/bin/sh: 1: gunicron: not found\n'},
		finds: [
			{
				title: 'New pods cannot start: the image has no command gunicron',
				confidence: 'likely',
				evidence: ['/bin/sh: 1: gunicron: not found'],
			},
		],
	},
	{
		name: 'when it was started again, the rules of crashes say so',
		objects: [...rollout, ended(127, {})],
		logs: {'api-rs2-x/api': '/bin/sh: 1: gunicron: not found\n'},
		finds: [],
	},
	{
		name: 'the last process of the runtime writes into the log',
		objects: [...rollout, ended(255, {}, 0)],
		logs: {'api-rs2-x/api': 'exec /app/server: exec format error\n'},
		finds: [{title: 'New pods cannot start: /app/server is not built for this processor, or is no program'}],
	},
	{
		name: 'an init container',
		objects: [
			...rollout,
			aPod('api', 2, 'x', {
				spec: {...spec, initContainers: [{name: 'migrate', image: 'shop/api:1.9.0', command: ['alembik']}]},
				status: {
					...(notReady('api', {state: {waiting: {reason: 'PodInitializing'}}})['status'] as object),
					initContainerStatuses: [
						{
							name: 'migrate',
							restartCount: 2,
							state: {
								terminated: {
									exitCode: 128,
									reason: 'StartError',
									message: `${RUNC}exec: "alembik": executable file not found in $PATH: unknown`,
								},
							},
						},
					],
				},
			}),
		],
		finds: [
			{
				title: 'New pods cannot start: the image has no command alembik',
				because: 'container migrate runs alembik',
			},
		],
	},
	{
		name: 'a hiccup of the node that says nothing of the command',
		objects: [
			...rollout,
			ended(128, {reason: 'StartError', message: 'failed to create containerd task: context deadline exceeded'}),
		],
		finds: [],
	},
	{
		name: 'a program that fails by itself, after it wrote such a line',
		objects: [...rollout, ended(1, {})],
		logs: {'api-rs2-x/api': 'sh: convert: not found\nValueError: no image\n'},
		finds: [],
	},
	{
		name: 'a container that runs, after a start that failed',
		objects: [
			...rollout,
			aPod('api', 2, 'x', {
				...notReady('api', {
					state: {running: {startedAt: '2026-11-24T11:59:50Z'}},
					lastState: {terminated: {exitCode: 128, reason: 'StartError', message: NOT_FOUND}},
				}),
				spec,
			}),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
