import {anObject, type RuleExample} from '../../example.ts';
import {aFailingRollout} from '../../example-crashes.ts';

const log = 'exec /usr/local/bin/python: exec format error';
const node = anObject('v1', 'Node', 'node-1', {metadata: {namespace: '', labels: {'kubernetes.io/arch': 'arm64'}}});

export default [
	{
		name: 'an image of amd64 on a node of arm64',
		objects: [...aFailingRollout(255), node],
		logs: {'api-rs2-x/api': log},
		finds: [
			{
				title: 'New pods exit at start: shop/api:1.9.0 is not built for arm64',
				because: 'node-1 is arm64; rev 2 changed image api:1.8.2 → 1.9.0',
				verdict: 'doomed',
				evidence: [log, 'exit 255 ×4: the program failed (255)', 'CrashLoopBackOff: 40s until the next start'],
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'build shop/api:1.9.0 for arm64',
					'or its entrypoint is a script whose first line names no interpreter',
				],
			},
		],
	},
	{
		name: 'nodes that may not be seen',
		objects: aFailingRollout(1),
		logs: {'api-rs2-x/api': log},
		finds: [{title: 'New pods exit at start: shop/api:1.9.0 is not built for the processor of the node'}],
	},
	{
		name: 'a command that is not there',
		objects: [...aFailingRollout(127), node],
		logs: {'api-rs2-x/api': '/bin/sh: 1: gunicorn: not found'},
		finds: [],
	},
] satisfies readonly RuleExample[];
