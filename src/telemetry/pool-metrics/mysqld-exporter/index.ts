import {definePoolMetric} from '../../contract.ts';
import {maxOf, UNKNOWN_SERVER} from '../../exposition/server-reading.ts';

const CONNECTED = 'mysql_global_status_threads_connected';
const MAX = 'mysql_global_variables_max_connections';

export default definePoolMetric({
	id: 'mysqld-exporter',
	title: 'mysqld_exporter',
	names: [CONNECTED, MAX],
	read(samples) {
		const [connections, maxConnections] = [maxOf(samples.of(CONNECTED)), maxOf(samples.of(MAX))];
		if (connections === undefined && maxConnections === undefined) return {};
		return {
			servers: [{...UNKNOWN_SERVER, system: 'MySQL', source: 'mysqld_exporter', connections, maxConnections}],
		};
	},
});
