import {definePoolMetric} from '../../contract.ts';
import {labelOf} from '../../exposition/samples.ts';
import {maxOf, UNKNOWN_SERVER} from '../../exposition/server-reading.ts';

/** The best first. */
const CONNECTIONS = ['maximum', 'average', 'sum', 'minimum'].map(kind => `aws_rds_database_connections_${kind}`);

/** CloudWatch's numbers through cloudwatch_exporter or YACE: minutes old, and without the maximum. */
export default definePoolMetric({
	id: 'aws-rds',
	title: 'AWS RDS through CloudWatch',
	names: CONNECTIONS,
	read(samples) {
		const all = CONNECTIONS.map(name => samples.of(name)).find(list => list.length > 0) ?? [];
		const byInstance = Map.groupBy(all, sample =>
			labelOf(sample, ['dbinstance_identifier', 'dimension_DBInstanceIdentifier']),
		);
		// Those without an instance are sums over a cluster, an engine, an account.
		byInstance.delete('');
		return {
			servers: [...byInstance].map(([name, own]) => ({
				...UNKNOWN_SERVER,
				system: '',
				source: 'CloudWatch',
				name,
				connections: maxOf(own),
				measuredAt: own[0]?.timestampMs,
			})),
		};
	},
});
