import {definePoolMetric} from '../../contract.ts';
import {labelOf} from '../../exposition/samples.ts';
import {sumOf, sumsBy, UNKNOWN_SERVER} from '../../exposition/server-reading.ts';

const STEM = 'stackdriver_cloudsql_database_cloudsql_googleapis_com_database';
const POSTGRES = `${STEM}_postgresql_num_backends`;
const NETWORK = `${STEM}_network_connections`;

/** Cloud Monitoring's numbers through stackdriver_exporter: Postgres by database, MySQL and SQL Server in sum. Minutes old. */
export default definePoolMetric({
	id: 'google-cloud-sql',
	title: 'Google Cloud SQL through Cloud Monitoring',
	names: [POSTGRES, NETWORK],
	read(samples) {
		const readings = [POSTGRES, NETWORK].flatMap(name => {
			const byInstance = Map.groupBy(samples.of(name), sample => labelOf(sample, ['database_id']));
			return [...byInstance].map(([instance, own]) => ({
				...UNKNOWN_SERVER,
				system: name === POSTGRES ? 'PostgreSQL' : '',
				source: 'Cloud Monitoring',
				name: instance,
				connections: sumOf(own),
				byDatabase: sumsBy(own, ['database']),
				measuredAt: own[0]?.timestampMs,
			}));
		});
		return {servers: readings};
	},
});
