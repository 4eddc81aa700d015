import type {RuleExample} from '../../example.ts';
import {aFailedStart, aFailingDeployment, aFailingInit, aFailingRollout} from '../../example-crashes.ts';

const log = `Traceback (most recent call last):
  File "<frozen importlib._bootstrap>", line 1206, in _gcd_import
  File "/app/shop/recommendations.py", line 2, in <module>
    import redis
ModuleNotFoundError: No module named 'redis'`;

export default [
	{
		name: 'a new revision imports what is not installed',
		objects: aFailingRollout(1, {restartCount: 1}),
		logs: {'api-rs2-x/api': log},
		finds: [
			{
				object: 'deployment/api',
				title: 'New pods exit at start: the module redis is not installed',
				because: 'app/shop/recommendations.py:2 imports it; rev 2 changed image api:1.8.2 → 1.9.0',
				extent: '1 of 1 pod of rev 2',
				verdict: 'doomed',
				confidence: 'certain',
				evidence: [
					"ModuleNotFoundError: No module named 'redis'",
					'exit 1 ×2: the program failed',
					'CrashLoopBackOff: 40s until the next start',
				],
				next: [
					'roll back to rev 1 (shop/api:1.8.2)',
					'add it to what the image installs, and build the image again',
				],
			},
		],
	},
	{
		name: 'the message that the container left tells it where its log cannot be read',
		objects: aFailingRollout(1, {}, {message: log}),
		finds: [{title: 'New pods exit at start: the module redis is not installed'}],
	},
	{
		name: 'an application that uvicorn cannot import',
		objects: aFailingDeployment(1),
		logs: {'api-rs1-b/api': 'ERROR:    Error loading ASGI app. Could not import module "main".'},
		finds: [
			{
				title: 'Pods exit at start: the server cannot import the module main of its command',
				extent: '3 of 3 pods',
				next: ['correct the module in the command, or look whether the image has main'],
			},
		],
	},
	{
		name: 'a name that its module does not have',
		objects: aFailingRollout(),
		logs: {'api-rs2-x/api': "ImportError: cannot import name 'Order' from 'shop.models'"},
		finds: [{title: 'New pods exit at start: there is no Order to import'}],
	},
	{
		name: 'a library of the system',
		objects: aFailingRollout(),
		logs: {'api-rs2-x/api': 'ImportError: libpq.so.5: cannot open shared object file: No such file or directory'},
		finds: [{title: 'New pods exit at start: the library libpq.so.5 is not in the image'}],
	},
	{
		name: 'in an init container',
		objects: aFailingInit(),
		logs: {'api-rs1-a/migrate': "ModuleNotFoundError: No module named 'alembic'"},
		finds: [{title: 'Pods do not start, init container migrate fails: the module alembic is not installed'}],
	},
	{
		name: 'another exception',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': aFailedStart('ValueError: bad rate')},
		finds: [],
	},
	{
		name: 'a program that runs, and named the module only once',
		objects: aFailingRollout(1, {
			restartCount: 0,
			state: {waiting: undefined, running: {startedAt: '2026-11-24T11:59:50Z'}},
		}),
		logs: {'api-rs2-x/api': log},
		finds: [],
	},
] satisfies readonly RuleExample[];
