import type {Step} from '../../contract.ts';
import {SHOP} from '../../shop/names.ts';
import {release, released, shopStory} from '../../shop/story.ts';
import {crash} from '../../lives/crash.ts';

/** SQLAlchemy's last words when nothing listens, and uvicorn's. */
const LAST_WORDS = [
	'ERROR:    Traceback (most recent call last):',
	'  File "/app/app/main.py", line 31, in lifespan',
	'    await engine.connect()',
	'sqlalchemy.exc.OperationalError: (psycopg.OperationalError) connection failed: connection to server at "postgres", port 5432 failed: Connection refused',
	'	Is the server running on that host and accepting TCP/IP connections?',
	'(Background on this error at: https://sqlalche.me/e/20/e3q8)',
	'',
	'ERROR:    Application startup failed. Exiting.',
];

/** Somebody has scaled Postgres to nothing. */
const scaleAway: Step = {
	atMs: 10_000,
	does: cluster => cluster.patch('statefulsets', SHOP, 'postgres', {spec: {replicas: 0}}),
};

export default shopStory({
	id: 'database-refused',
	title: 'A database that is not there',
	story: 'Postgres was scaled away before the release: the new pods exit at start, for nobody answers.',
	behaviours: [released({life: crash(3, [2500, 4000]), logs: {ending: LAST_WORDS}})],
	script: [release({cause: 'api 1.9.0: faster search'}), scaleAway],
	verdict: {workload: 'api', mark: 'doomed', says: /postgres|database/i, withinMs: 60000},
});
