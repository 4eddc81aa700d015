import {definePoolMetric} from '../../contract.ts';
import {maxOf, UNKNOWN_SERVER} from '../../exposition/server-reading.ts';

const CONNECTED = 'redis_connected_clients';
const MAX = ['redis_config_maxclients', 'redis_max_clients'];

export default definePoolMetric({
	id: 'redis-exporter',
	title: 'redis_exporter',
	names: [CONNECTED, ...MAX],
	read(samples) {
		const connections = maxOf(samples.of(CONNECTED));
		if (connections === undefined) return {};
		const maxConnections = maxOf(MAX.flatMap(name => samples.of(name)));
		return {
			servers: [{...UNKNOWN_SERVER, system: 'Redis', source: 'redis_exporter', connections, maxConnections}],
		};
	},
});
