import type {Moment, Step} from '../../contract.ts';
import {apiDeployment} from '../../shop/api.ts';
import {apiLogs} from '../../shop/api-logs.ts';
import {released, shopStory} from '../../shop/story.ts';
import {asgiTraceback, packaged} from '../../shop/tracebacks.ts';
import type {Answered} from '../../shop/traffic.ts';

const MINUTE_MS = 60_000;
/** Since then something between the api and Postgres ends every connection at its first query. */
const SINCE_MS = -3 * MINUTE_MS;

const health = {
	httpGet: {path: '/health', port: 'http'},
	periodSeconds: 5,
	timeoutSeconds: 2,
};

/** Both probes ask for the same thing, which looks at nothing. */
const oneHealthCheck: Step = {
	atMs: -30 * MINUTE_MS,
	does: cluster =>
		cluster.apply(
			apiDeployment({
				version: '1.9.0',
				cause: 'api 1.9.0: one health check',
				container: {
					readinessProbe: {...health, initialDelaySeconds: 2},
					livenessProbe: {...health, initialDelaySeconds: 10, periodSeconds: 10},
				},
			}),
		),
};

/** As SQLAlchemy words what psycopg says. */
const TRACEBACK = asgiTraceback(
	[
		['/app/app/db.py', 33, 'session', 'await connection.execute(SELECT_TENANT)'],
		[packaged('sqlalchemy/engine/base.py'), 1964, '_exec_single_context', 'self.dialect.do_execute('],
		[packaged('psycopg/cursor_async.py'), 97, 'execute', 'raise ex.with_traceback(None)'],
	],
	[
		'sqlalchemy.exc.OperationalError: (psycopg.OperationalError) consuming input failed: server closed the connection unexpectedly',
		'\tThis probably means the server terminated abnormally',
		'\tbefore or while processing the request.',
		'[SQL: SELECT tenants.id FROM tenants WHERE tenants.host = %(host)s]',
		`[parameters: {'host': 'shop.example.com'}]`,
		'(Background on this error at: https://sqlalche.me/e/20/e3q8)',
	],
);

function failing(request: Answered, {storyMs, random}: Moment): Answered {
	if (storyMs < SINCE_MS) return request;
	return {...request, status: 500, durationMs: 4 + 12 * random(), words: TRACEBACK};
}

export default shopStory({
	id: 'health-lies',
	title: 'A health check that looks at nothing',
	story: 'Every query of the api fails since three minutes; /health answers 200 all the same, so that all pods are Ready.',
	behaviours: [
		released({
			logs: apiLogs({
				change: failing,
				probes: [
					['/health', 5],
					['/health', 10],
				],
			}),
		}),
	],
	script: [oneHealthCheck],
	verdict: {workload: 'api', mark: 'struggling', says: /database|postgres|health/i, withinMs: 60_000},
});
