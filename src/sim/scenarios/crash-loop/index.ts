import type {LogScript, Scenario} from '../../contract.ts';
import {crash} from '../../lives/crash.ts';
import {workerDeployment} from '../../shop/backing.ts';
import {behaviours} from '../../shop/behaviours.ts';
import {releases, SHOP_AGE_MS} from '../../shop/history.ts';
import {SHOP} from '../../shop/names.ts';
import {shopObjects} from '../../shop/objects.ts';

const BAD_VERSION = '2.3.0';

/** Python's last words before exit code 1. */
const failingLogs: LogScript = {
	starting: ['[INFO] worker: connected to postgres:5432/shop', '[INFO] worker: waiting for orders'],
	ending: [
		'Traceback (most recent call last):',
		'  File "<frozen runpy>", line 198, in _run_module_as_main',
		'  File "<frozen runpy>", line 88, in _run_code',
		'  File "/app/worker/__main__.py", line 22, in <module>',
		'    run(settings)',
		'  File "/app/worker/loop.py", line 57, in run',
		'    handle(order)',
		'  File "/app/worker/handlers.py", line 19, in handle',
		'    price = order["price"]["gross"]',
		"KeyError: 'gross'",
	],
};

export default {
	id: 'crash-loop',
	title: 'A worker that falls over the same order',
	story: 'Since its last release the worker exits at the first order that it takes, and Kubernetes starts it again and again.',
	namespace: SHOP,
	ageMs: SHOP_AGE_MS,
	objects: shopObjects,
	behaviours: [
		{of: {image: `shop/worker:${BAD_VERSION}`}, life: crash(1, [4000, 9000]), logs: failingLogs},
		...behaviours,
	],
	script: [
		...releases,
		{
			atMs: -22 * 60_000,
			does: cluster => cluster.apply(workerDeployment(BAD_VERSION, 'worker 2.3.0: new price format')),
		},
	],
	verdict: {workload: 'worker', mark: 'doomed'},
} satisfies Scenario;
