import type {Step} from '../../contract.ts';
import {SHOP} from '../../shop/names.ts';
import {release, released, shopStory} from '../../shop/story.ts';
import {livenessKill} from '../../lives/liveness.ts';

/** What the handler of the probe writes before it is killed for it. */
const LAST_WORDS = [
	'sqlalchemy.exc.OperationalError: (psycopg.OperationalError) connection failed: connection to server at "postgres", port 5432 failed: Connection refused',
	'	Is the server running on that host and accepting TCP/IP connections?',
	'INFO:     10.0.1.11:50312 - "GET /livez HTTP/1.1" 500 Internal Server Error',
];

/** Somebody has scaled Postgres to nothing. */
const scaleAway: Step = {
	atMs: 35_000,
	does: cluster => cluster.patch('statefulsets', SHOP, 'postgres', {spec: {replicas: 0}}),
};

export default shopStory({
	id: 'liveness-kills',
	title: 'A liveness probe that depends on the database',
	story: 'The liveness probe of the api asks the database. When Postgres goes away, the kubelets kill one healthy pod after the other.',
	behaviours: [
		released({
			life: livenessKill([20_000, 26_000], 'HTTP probe failed with statuscode: 500'),
			logs: {ending: LAST_WORDS},
		}),
	],
	script: [release({cause: 'api 1.9.0: liveness asks the database'}), scaleAway],
	verdict: {workload: 'api', mark: 'struggling', says: /liveness/i, withinMs: 120000},
});
