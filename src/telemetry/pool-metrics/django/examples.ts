import type {PoolMetricExamples} from '../../contract.ts';

export default {
	reads: [
		{
			name: 'connections that were opened, by alias',
			text: `# HELP django_db_new_connections_total Counter of created connections by database and by vendor.
# TYPE django_db_new_connections_total counter
django_db_new_connections_total{alias="default",vendor="postgresql"} 1840.0
django_db_new_connections_total{alias="replica",vendor="postgresql"} 3.0
django_db_new_connections_created{alias="default",vendor="postgresql"} 1.79541379e+09
django_db_execute_total{alias="default",vendor="postgresql"} 9000.0
`,
			pools: [
				{library: 'django-prometheus', name: 'default', size: undefined, inUse: undefined, opened: 1840},
				{name: 'replica', opened: 3},
			],
		},
	],
	others: [
		{name: 'SQLite', text: 'django_db_new_connections_total{alias="default",vendor="sqlite"} 4.0\n'},
		{name: 'statements only', text: 'django_db_execute_total{alias="default",vendor="postgresql"} 9000.0\n'},
	],
} satisfies PoolMetricExamples;
