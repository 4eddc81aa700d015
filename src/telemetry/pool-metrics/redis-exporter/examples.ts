import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'clients and their maximum',
			text: 'redis_connected_clients 62\nredis_blocked_clients 2\nredis_config_maxclients 10000\n',
			servers: [{system: 'Redis', source: 'redis_exporter', connections: 62, maxConnections: 10_000}],
		},
	],
	others: [{name: 'a server that is away', text: 'redis_up 0\n'}],
} satisfies PoolMetricExamples;
