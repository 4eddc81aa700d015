import {aPod, crashed, type RuleExample} from '../../example.ts';
import {aFailedStart, aFailingRollout} from '../../example-crashes.ts';

const node = 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory';

export default [
	{
		name: 'the heap of Node',
		objects: [
			...aFailingRollout().slice(0, -1),
			aPod('api', 2, 'x', {
				...crashed('api', 134),
				spec: {containers: [{name: 'api', image: 'shop/api:1.9.0', resources: {limits: {memory: '512Mi'}}}]},
			}),
		],
		logs: {'api-rs2-x/api': node},
		finds: [
			{
				title: 'New pods exit at start: the program itself ran out of memory',
				because: 'the limit of the container is 512Mi; rev 2 changed image api:1.8.2 → 1.9.0',
				verdict: 'doomed',
				evidence: [node, 'exit 134 ×4: aborted (SIGABRT)', 'CrashLoopBackOff: 40s until the next start'],
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'raise --max-old-space-size (NODE_OPTIONS), and the limit with it',
					'look for what grows before it ends',
				],
			},
		],
	},
	{
		name: 'MemoryError of Python',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': aFailedStart('MemoryError')},
		finds: [{because: 'the container has no limit; rev 2 changed image api:1.8.2 → 1.9.0'}],
	},
	{
		name: 'killed at its limit by the kernel',
		objects: aFailingRollout(137, {}, {reason: 'OOMKilled'}),
		logs: {'api-rs2-x/api': node},
		finds: [],
	},
] satisfies readonly RuleExample[];
