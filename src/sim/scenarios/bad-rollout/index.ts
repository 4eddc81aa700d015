import type {LogScript, Scenario} from '../../contract.ts';
import {crash} from '../../lives/crash.ts';
import {apiDeployment} from '../../shop/api.ts';
import {behaviours} from '../../shop/behaviours.ts';
import {releases, SHOP_AGE_MS} from '../../shop/history.ts';
import {SHOP} from '../../shop/names.ts';
import {shopObjects} from '../../shop/objects.ts';

const BAD = {version: '1.9.0', cause: 'api 1.9.0: larger connection pool', poolSize: 20};

/** What uvicorn writes when its lifespan handler fails: exit code 3 follows. */
const refusedLogs: LogScript = {
	starting: ['INFO:     Started server process [1]', 'INFO:     Waiting for application startup.'],
	ending: [
		'ERROR:    Traceback (most recent call last):',
		'  File "/usr/local/lib/python3.13/site-packages/starlette/routing.py", line 694, in lifespan',
		'    async with self.lifespan_context(app) as maybe_state:',
		'  File "/app/app/main.py", line 31, in lifespan',
		'    await warm_pool(engine, settings.db_pool_size)',
		'  File "/app/app/db.py", line 48, in warm_pool',
		'    connections = [await engine.connect() for _ in range(size)]',
		'sqlalchemy.exc.OperationalError: (psycopg.OperationalError) connection failed: connection to server at "10.244.2.2", port 5432 failed: FATAL:  sorry, too many clients already',
		'(Background on this error at: https://sqlalche.me/e/20/e3q8)',
		'',
		'ERROR:    Application startup failed. Exiting.',
	],
};

export default {
	id: 'bad-rollout',
	title: 'A release that cannot start',
	story: 'A new revision of the api wants more connections than Postgres has: its pods exit at start while the old ones serve.',
	namespace: SHOP,
	ageMs: SHOP_AGE_MS,
	objects: shopObjects,
	behaviours: [
		{of: {image: `shop/api:${BAD.version}`}, life: crash(3, [2500, 4000]), logs: refusedLogs},
		...behaviours,
	],
	script: [...releases, {atMs: 20_000, does: cluster => cluster.apply(apiDeployment(BAD))}],
	verdict: {workload: 'api', mark: 'doomed'},
} satisfies Scenario;
