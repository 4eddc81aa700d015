import type {RuleExample} from '../../example.ts';
import {aDatabaseError, aFailedStart, aFailingDeployment, aFailingRollout} from '../../example-crashes.ts';

export default [
	{
		name: 'an exception in the lifespan',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': aFailedStart('ValueError: bad rate limit: 10/x')},
		finds: [
			{
				title: 'New pods exit at start: ValueError: bad rate limit: 10/x',
				because: 'raised in app/shop/main.py:31 in lifespan; rev 2 changed image api:1.8.2 → 1.9.0',
				verdict: 'doomed',
				confidence: 'certain',
				evidence: [
					'ValueError: bad rate limit: 10/x',
					'exit 3 ×4: application startup failed (uvicorn) or worker failed to boot (gunicorn)',
					'CrashLoopBackOff: 40s until the next start',
				],
				next: ['roll back to rev 1 (shop/api:1.8.2)', 'look at app/shop/main.py:31 in lifespan'],
			},
		],
	},
	{
		name: 'after the first back-off it may still get well',
		objects: aFailingRollout(3, {restartCount: 1}),
		logs: {'api-rs2-x/api': aFailedStart('RuntimeError: the feature service said 503')},
		finds: [{verdict: 'struggling'}],
	},
	{
		name: 'a lock that somebody holds will be let go',
		objects: aFailingRollout(3),
		logs: {
			'api-rs2-x/api': aFailedStart('psycopg.errors.LockNotAvailable: canceling statement due to lock timeout'),
		},
		finds: [{verdict: 'struggling'}],
	},
	{
		name: 'who did not answer in time, may do so the next time',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': aFailedStart('httpx.ReadTimeout: the catalogue said nothing for 5 s')},
		finds: [{verdict: 'struggling'}],
	},
	{
		name: 'an application that is called otherwise',
		objects: aFailingDeployment(1),
		logs: {'api-rs1-a/api': 'ERROR:    Error loading ASGI app. Attribute "app" not found in module "main".'},
		finds: [
			{
				title: 'Pods exit at start: ERROR: Error loading ASGI app. Attribute "app" not found in module "main"',
				extent: '3 of 3 pods',
			},
		],
	},
	{
		name: 'a database that refuses has a finding of its own',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': aFailedStart(aDatabaseError('Connection refused'))},
		finds: [],
	},
	{
		name: 'an exception of a program that is no such server',
		objects: aFailingRollout(1),
		logs: {'api-rs2-x/api': 'ValueError: bad rate'},
		finds: [],
	},
] satisfies readonly RuleExample[];
