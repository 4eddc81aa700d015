import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'through cloudwatch_exporter, minutes old',
			text: `aws_rds_database_connections_average{job="aws_rds",instance="",dbinstance_identifier="shop"} 40.5 1795413791000
aws_rds_database_connections_maximum{job="aws_rds",instance="",dbinstance_identifier="shop"} 57.0 1795413791000
aws_rds_database_connections_maximum{job="aws_rds",instance="",dbinstance_identifier="jobs"} 8.0 1795413791000
`,
			servers: [
				{
					source: 'CloudWatch',
					name: 'shop',
					connections: 57,
					maxConnections: undefined,
					measuredAt: 1795413791000,
				},
				{name: 'jobs', connections: 8},
			],
		},
		{
			name: 'through YACE',
			text: 'aws_rds_database_connections_average{account_id="1",dimension_DBInstanceIdentifier="shop",region="eu-west-1"} 41\n',
			servers: [{name: 'shop', connections: 41, measuredAt: undefined}],
		},
		{
			name: 'a time that cannot be',
			text: 'aws_rds_database_connections_maximum{dbinstance_identifier="shop"} 41 -1\n',
			servers: [{name: 'shop', connections: 41, measuredAt: undefined}],
		},
	],
	others: [
		{name: 'a sum over a cluster', text: 'aws_rds_database_connections_average{dbcluster_identifier="shop"} 82\n'},
	],
} satisfies PoolMetricExamples;
