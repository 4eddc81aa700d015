// Generated from the folders of src/ui/panes by `npm run accept`: do not edit.
import type {Pane} from './contract.ts';
import containers from './panes/containers/index.ts';
import contexts from './panes/contexts/index.ts';
import database from './panes/database/index.ts';
import databaseHead from './panes/database-head/index.ts';
import databasePods from './panes/database-pods/index.ts';
import databaseUsers from './panes/database-users/index.ts';
import describe from './panes/describe/index.ts';
import findings from './panes/findings/index.ts';
import lastWords from './panes/last-words/index.ts';
import logLine from './panes/log-line/index.ts';
import logs from './panes/logs/index.ts';
import restarts from './panes/restarts/index.ts';
import rollout from './panes/rollout/index.ts';
import rolloutPods from './panes/rollout-pods/index.ts';
import routeDurations from './panes/route-durations/index.ts';
import routeRequests from './panes/route-requests/index.ts';
import routes from './panes/routes/index.ts';
import routesHead from './panes/routes-head/index.ts';
import services from './panes/services/index.ts';
import slowRequests from './panes/slow-requests/index.ts';
import strip from './panes/strip/index.ts';
import table from './panes/table/index.ts';
import timeline from './panes/timeline/index.ts';
import timingFix from './panes/timing-fix/index.ts';
import why from './panes/why/index.ts';
import yaml from './panes/yaml/index.ts';

export const panes: readonly Pane[] = [
	containers,
	contexts,
	database,
	databaseHead,
	databasePods,
	databaseUsers,
	describe,
	findings,
	lastWords,
	logLine,
	logs,
	restarts,
	rollout,
	rolloutPods,
	routeDurations,
	routeRequests,
	routes,
	routesHead,
	services,
	slowRequests,
	strip,
	table,
	timeline,
	timingFix,
	why,
	yaml,
];
