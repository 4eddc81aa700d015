import {oneServing} from '../../example-revisions.ts';
import {aLog, raised, untimed} from '../../example-traffic.ts';
import {aPod, crashed, type RuleExample} from '../../example.ts';
import {aDatabase, aDatabaseError, aFailedStart, aFailingRollout} from '../../example-crashes.ts';

const log = (host: string): string =>
	aFailedStart(
		`psycopg.OperationalError: could not translate host name "${host}" to address: Name or service not known`,
	);

export default [
	{
		name: 'a name without a Service',
		objects: [...aFailingRollout(3), ...aDatabase()],
		logs: {'api-rs2-x/api': log('postgre')},
		finds: [
			{
				title: 'New pods exit at start: the host postgre is not found in DNS',
				because: 'no Service is called postgre; the nearest is postgres; rev 2 changed image api:1.8.2 → 1.9.0',
				verdict: 'doomed',
				confidence: 'certain',
				next: ['roll back to rev 1 (shop/api:1.8.2)', 'correct the name postgre, or create its Service'],
			},
		],
	},
	{
		name: 'a name of another namespace',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': log('postgres.data.svc.cluster.local')},
		finds: [{because: 'no Service is called postgres in data; rev 2 changed image api:1.8.2 → 1.9.0'}],
	},
	{
		name: 'a name of the world outside',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': log('db.example.com')},
		finds: [
			{
				title: 'New pods exit at start: the host db.example.com is not found in DNS',
				because: '',
				verdict: 'struggling',
				confidence: 'likely',
			},
		],
	},
	{
		name: 'Services that may not be listed prove nothing',
		objects: aFailingRollout(3),
		unseen: ['service'],
		logs: {'api-rs2-x/api': log('postgre')},
		finds: [{because: '', verdict: 'struggling'}],
	},
	{
		name: 'DNS itself does not answer',
		objects: [...aFailingRollout(3), ...aDatabase()],
		logs: {
			'api-rs2-x/api': log('postgres').replace(
				'Name or service not known',
				'Temporary failure in name resolution',
			),
		},
		finds: [
			{
				because: 'Service postgres is there; StatefulSet postgres has 1 of 1 pod ready',
				verdict: 'struggling',
				next: [
					'look at the DNS of the cluster (coredns)',
					'check the name postgres',
					'roll back to rev 1 (shop/api:1.8.2)',
				],
			},
		],
	},
	{
		name: 'an error that does not name the host, which the environment does',
		objects: [
			...aFailingRollout(3).slice(0, -1),
			aPod('api', 2, 'x', {
				...crashed('api', 3),
				spec: {
					containers: [
						{
							name: 'api',
							image: 'shop/api:1.9.0',
							env: [{name: 'DATABASE_URL', value: 'postgresql://app:x@postgre:5432/shop'}],
						},
					],
				},
			}),
		],
		logs: {'api-rs2-x/api': aFailedStart('socket.gaierror: [Errno -2] Name or service not known')},
		finds: [
			{
				title: 'New pods exit at start: the host postgre is not found in DNS',
				because: 'no Service is called postgre; rev 2 changed image api:1.8.2 → 1.9.0',
			},
		],
	},
	{
		name: 'a host that is found and refuses',
		objects: aFailingRollout(3),
		logs: {'api-rs2-x/api': aFailedStart(aDatabaseError('Connection refused'))},
		finds: [],
	},
	{
		name: 'while it serves',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(
				untimed('GET /items', {count: 4}, 500),
				raised(
					'psycopg.OperationalError: could not translate host name "db.example.com" to address: Temporary failure in name resolution',
					{count: 4},
				),
			),
		},
		finds: [{title: 'Requests fail: the host db.example.com is not found in DNS', verdict: 'struggling'}],
	},
] satisfies readonly RuleExample[];
