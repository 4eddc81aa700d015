import {oneServing} from '../../example-revisions.ts';
import {aLog, raised, untimed} from '../../example-traffic.ts';
import {ago, type RuleExample} from '../../example.ts';
import {aFailedStart, aFailingInit, aFailingRollout} from '../../example-crashes.ts';
import {aJob} from '../../example-jobs.ts';

export default [
	{
		name: 'a column that the migration was to add',
		objects: aFailingRollout(3),
		logs: {
			'api-rs2-x/api': aFailedStart(
				'sqlalchemy.exc.ProgrammingError: (psycopg.errors.UndefinedColumn) column items.price does not exist\nLINE 1: SELECT items.price',
			),
		},
		finds: [
			{
				title: 'New pods exit at start: the database has no column items.price',
				verdict: 'struggling',
				confidence: 'certain',
				next: ['roll back to rev 1 (shop/api:1.8.2)', 'run the migrations of this revision'],
			},
		],
	},
	{
		name: 'a migration that fails in an init container',
		objects: aFailingInit(),
		logs: {'api-rs1-a/migrate': 'psycopg.errors.UndefinedTable: relation "customers" does not exist'},
		finds: [
			{
				title: 'Pods do not start, init container migrate fails: the database has no relation "customers"',
				evidence: [
					'psycopg.errors.UndefinedTable: relation "customers" does not exist',
					'exit 1 ×3: the program failed',
				],
				next: ['correct the migration of migrate, or bring the database to where it begins'],
			},
		],
	},
	{
		name: 'a migration that ran already',
		objects: aFailingInit(),
		logs: {
			'api-rs1-a/migrate': 'psycopg.errors.DuplicateColumn: column "price" of relation "items" already exists',
		},
		finds: [
			{
				title: 'Pods do not start, init container migrate fails: column "price" of relation "items" is already in the database',
			},
		],
	},
	{
		name: 'a Job that was to migrate the database has given up',
		objects: [...aFailingRollout(3), aJob('migrate', 'Failed'), aJob('report', 'Failed')],
		logs: {'api-rs2-x/api': aFailedStart('psycopg.errors.UndefinedTable: relation "orders" does not exist')},
		finds: [
			{
				title: 'New pods exit at start: the database has no relation "orders"',
				because: 'Job migrate failed; rev 2 changed image api:1.8.2 → 1.9.0',
			},
		],
	},
	{
		name: 'a Job that failed before the one that did it',
		objects: [
			...aFailingRollout(3),
			aJob('migrate-1', 'Failed', {metadata: {creationTimestamp: ago(7200)}}),
			aJob('migrate-2', 'Complete'),
		],
		logs: {'api-rs2-x/api': aFailedStart('psycopg.errors.UndefinedTable: relation "orders" does not exist')},
		finds: [{because: 'rev 2 changed image api:1.8.2 → 1.9.0'}],
	},
	{
		name: 'a revision of alembic that is of another branch',
		objects: aFailingInit(),
		logs: {'api-rs1-a/migrate': "alembic.util.exc.CommandError: Can't locate revision identified by '7f3a'"},
		finds: [
			{
				title: 'Pods do not start, init container migrate fails: alembic does not know the revision 7f3a of the database',
			},
		],
	},
	{
		name: 'a database that is not there at all is another matter',
		objects: aFailingRollout(3),
		logs: {
			'api-rs2-x/api': aFailedStart("ConnectionRefusedError: [Errno 111] Connect call failed ('10.0.0.7', 5432)"),
		},
		finds: [],
	},
	{
		name: 'while it serves',
		objects: oneServing(['a']),
		running: {
			'api-rs1-a/api': aLog(
				untimed('GET /items', {count: 4}, 500),
				raised(
					'sqlalchemy.exc.ProgrammingError: (psycopg.errors.UndefinedColumn) column items.price does not exist',
					{count: 4},
				),
			),
		},
		finds: [{title: 'Requests fail: the database has no column items.price', verdict: 'struggling'}],
	},
] satisfies readonly RuleExample[];
