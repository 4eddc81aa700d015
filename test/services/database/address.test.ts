import {expect, test} from 'vitest';
import {addressIn} from '../../../src/services/database/address.ts';

test.each([
	['postgresql+asyncpg://app:p%40ss@postgres:5432/shop', ['PostgreSQL', 'postgres', 5432, 'shop', 'asyncpg']],
	[
		'postgres://app@DB.shop.svc.cluster.local/shop?sslmode=require',
		['PostgreSQL', 'db.shop.svc.cluster.local', 5432, 'shop', ''],
	],
	['postgresql://u:p@ss@host/x', ['PostgreSQL', 'host', 5432, 'x', '']],
	['postgresql:///shop?host=db', ['PostgreSQL', 'db', 5432, '', '']],
	['postgresql://a:1,b:2/shop', ['PostgreSQL', 'a', 1, 'shop', '']],
	['jdbc:postgresql://pg:6432/shop', ['PostgreSQL', 'pg', 6432, 'shop', 'JDBC']],
	['mysql+pymysql://root@mysql/shop', ['MySQL', 'mysql', 3306, 'shop', 'pymysql']],
	['host=db port=5433 dbname=shop user=app password=x', ['PostgreSQL', 'db', 5433, 'shop', '']],
] as const)('%s', (text, [system, host, port, database, driver]) => {
	expect(addressIn(text)).toEqual({system, host, port, database, driver});
});

test.each([
	'redis://cache:6379/0',
	'https://example.com',
	'',
	'postgresql://',
	'postgresql://user:pass@',
	'host=x',
	`postgres://${'@'.repeat(100_000)}`,
])('%# is no address of such a database', text => {
	expect(addressIn(text)).toBeUndefined();
});
