import {aPooledService, aPostgres, pooled} from '../../example-database.ts';
import {aLog, timed} from '../../example-traffic.ts';
import type {RuleExample} from '../../example.ts';

const objects = [...aPooledService(1, pooled(5, 10)), ...aPostgres()];
const running = {'api-rs1-1/api': aLog(timed('GET /items', 20, {count: 600, from: 60}))};
const pools = {'api-rs1-1': {inUse: 2}};

export default [
	{
		name: 'as many new connections as requests',
		objects,
		running,
		connections: {pools, openedPerSecond: 9.8},
		finds: [
			{
				object: 'deployment/api',
				title: 'Nearly every request opens a connection to postgres:5432',
				because: '9.8 new connections and 10.0 requests per second',
				verdict: 'info',
				confidence: 'likely',
			},
		],
	},
	{
		name: 'a pool that renews some',
		objects,
		running,
		connections: {pools, openedPerSecond: 5.5},
		finds: [],
	},
	{
		name: 'few requests',
		objects,
		running: {'api-rs1-1/api': aLog(timed('GET /items', 20, {count: 100, from: 60}))},
		connections: {pools, openedPerSecond: 1.7},
		finds: [],
	},
] satisfies readonly RuleExample[];
