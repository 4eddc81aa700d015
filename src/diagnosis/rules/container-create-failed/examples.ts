import {rolloutOf, stuck, warned} from '../../creation/example.ts';
import {anEvent, ago, type RuleExample} from '../../example.ts';

const spec = {containers: [{name: 'api', image: 'shop/api:1.9.0'}]};
const rollout = rolloutOf(spec);
const CHDIR =
	'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: chdir to cwd ("/srv/app") set in config.json failed: no such file or directory: unknown';
const RESERVED =
	'failed to reserve container name "api_api-rs2-x_shop_0d9f5b1e-0000-4000-8000-000000000000_0": name "api_api-rs2-x_shop_0" is reserved for "d3b0c44298fc1c149afbf4c8996fb924"';
const refused = stuck(spec, 'CreateContainerError', RESERVED);
const cache = stuck(
	spec,
	'CreateContainerConfigError',
	'failed to sync configmap cache: timed out waiting for the condition',
);

export default [
	{
		name: 'a working directory that is not in the image',
		objects: [...rollout, stuck(spec, 'RunContainerError', CHDIR)],
		finds: [
			{
				title: 'New pods wait, container api cannot be started: chdir to cwd ("/srv/app") set in config.json failed: n…',
				because: 'the working directory is not in the image; on node-1',
				extent: '1 of 1 pod of rev 2',
				verdict: 'struggling',
				confidence: 'certain',
				evidence: [`RunContainerError: ${CHDIR}`],
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'look at the other pods of node-1: when they fail too, it is the node',
				],
			},
		],
	},
	{
		name: 'a runtime that is stuck with an earlier try',
		objects: [...rollout, refused],
		finds: [{because: 'an earlier try is not finished: the runtime is slow or stuck; on node-1'}],
	},
	{
		name: 'it failed for the first time ten seconds ago',
		objects: [
			...rollout,
			refused,
			anEvent(refused, 'Failed', `Error: ${RESERVED}`, {
				involvedObject: {fieldPath: 'spec.containers{api}'},
				firstTimestamp: ago(10),
				lastTimestamp: ago(2),
			}),
		],
		finds: [{verdict: 'progressing'}],
	},
	{
		name: 'a cache that is not filled for two minutes is trouble of the kubelet',
		objects: [...rollout, cache],
		finds: [
			{
				verdict: 'struggling',
				title: 'New pods wait, container api cannot be created: failed to sync configmap cache: timed out waiting for…',
				next: [
					'wait: the kubelet tries again',
					'look at the other pods of node-1: when they fail too, it is the node',
				],
			},
		],
	},
	{
		name: 'a cache that is not filled for a moment is nothing',
		objects: [
			...rollout,
			cache,
			anEvent(cache, 'Failed', 'Error: failed to sync configmap cache', {
				involvedObject: {fieldPath: 'spec.containers{api}'},
				firstTimestamp: ago(40),
				lastTimestamp: ago(2),
			}),
		],
		finds: [{verdict: 'progressing'}],
	},
	{
		name: 'what has a rule of its own is left to it',
		objects: [
			...rollout,
			stuck(spec, 'CreateContainerConfigError', 'secret "x" not found'),
			warned(stuck(spec, 'CreateContainerConfigError', ''), 'Failed', 'Error: secret "x" not found', 90, 10),
		],
		finds: [],
	},
] satisfies readonly RuleExample[];
