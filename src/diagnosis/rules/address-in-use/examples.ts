import {aPod, crashed, type RuleExample} from '../../example.ts';
import {aFailedStart, aFailingRollout} from '../../example-crashes.ts';

const log = "ERROR:    [Errno 98] error while attempting to bind on address ('0.0.0.0', 8000): address already in use";

export default [
	{
		name: 'two containers of a pod want one port',
		objects: [
			...aFailingRollout().slice(0, -1),
			aPod('api', 2, 'x', {
				...crashed('api', 1),
				spec: {
					containers: [
						{name: 'api', image: 'shop/api:1.9.0', ports: [{containerPort: 8000}]},
						{name: 'proxy', image: 'shop/proxy:1', ports: [{containerPort: 8000}]},
					],
				},
			}),
		],
		logs: {'api-rs2-x/api': log},
		finds: [
			{
				title: 'New pods exit at start in container api: port 8000 is already in use',
				because: 'container proxy of the same pod has port 8000; rev 2 changed image api:1.8.2 → 1.9.0',
				verdict: 'doomed',
				evidence: [log, 'exit 1 ×4: the program failed', 'CrashLoopBackOff: 40s until the next start'],
			},
		],
	},
	{
		name: 'a port that only root may take',
		objects: aFailingRollout(),
		logs: {'api-rs2-x/api': 'nginx: [emerg] bind() to 0.0.0.0:80 failed (13: Permission denied)'},
		finds: [
			{
				title: 'New pods exit at start: it may not listen on port 80',
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'let it listen on a port above 1024, or give it the capability NET_BIND_SERVICE',
				],
			},
		],
	},
	{
		name: 'after the first back-off it may still get free',
		objects: aFailingRollout(1, {restartCount: 1}),
		logs: {'api-rs2-x/api': log},
		finds: [{verdict: 'struggling'}],
	},
	{
		name: 'another exception',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': aFailedStart('ValueError: bad rate')},
		finds: [],
	},
] satisfies readonly RuleExample[];
