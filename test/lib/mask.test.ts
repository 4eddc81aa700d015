import {expect, test} from 'vitest';
import {maskCredentials, maskedValue} from '../../src/lib/mask.ts';

test.each([
	['DB_PASSWORD', 'hunter2', '***'],
	['PGPASSWORD', 'hunter2', '***'],
	['SMTP_PASS', 'hunter2', '***'],
	['apiKey', 'abc', '***'],
	['STRIPE_KEY', 'abc', '***'],
	['KEY_ID', 'abc', '***'],
	['jwt.secret', 'abc', '***'],
	[
		'SENTRY_DSN',
		'https://0123456789abcdef0123456789abcdef@o1.ingest.sentry.io/7',
		'https://***@o1.ingest.sentry.io/7',
	],
	['MYSQL_DSN', 'shop:hunter2@tcp(mysql:3306)/shop', '***'],
	['DATABASE_URL', 'postgresql://shop:hunter2@postgres:5432/shop', 'postgresql://shop:***@postgres:5432/shop'],
	['DATABASE_URL', 'postgresql://shop:p@ss@postgres/shop', 'postgresql://shop:***@postgres/shop'],
	['DATABASE_URL', 'postgresql://shop@postgres/shop', 'postgresql://shop@postgres/shop'],
	['DATABASE_SECRET_URL', 'postgresql://shop:hunter2@postgres/shop', 'postgresql://shop:***@postgres/shop'],
	['CONNECTION', 'host=db user=shop password=hunter2 dbname=shop', 'host=db user=shop password=*** dbname=shop'],
	['CONNECTION', "Server=db;Password='a b';Port=1", "Server=db;Password='***';Port=1"],
	['CALLBACK', 'https://shop.example/hook?token=abc&x=1', 'https://shop.example/hook?token=***&x=1'],
	['SETTINGS', '{"password": "a b", "port": 1}', '{"password": "***", "port": 1}'],
	['SETTINGS', '{"token": "a\\"b c"}', '{"token": "***"}'],
	['HEADER', 'Authorization: Bearer abcdefgh.ijk', 'Authorization: ***'],
	['CERTIFICATE', '-----BEGIN RSA PRIVATE KEY-----\nabc', '***'],
	['SESSION', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x', '***'],
	['CI', 'ghp_0123456789abcdef', '***'],
	['ALERTS', 'https://hooks.slack.com/services/T0/B0/x', '***'],
	['SIGNING', 'aB3dEfGh1jKlMn0pQrStUvWxYz0123456789aBcD', '***'],
])('%s=%s is shown as %s', (name, value, shown) => {
	expect(maskedValue(name, value)).toBe(shown);
});

test.each([
	['DB_POOL_SIZE', '15'],
	['LOG_LEVEL', 'debug'],
	['HOST', '0.0.0.0:8000'],
	['PRIVATE_NETWORK', 'true'],
	['KEY_VERSION', '2'],
	['VERSION', '0123456789abcdef0123456789abcdef01234567'],
	['AUTHOR', 'shop'],
	['MONKEYS_HOME', '/srv'],
	['BYPASS', 'abc'],
	['PASSWORD', ''],
	['TIMES', '12:30'],
	['MAIL', 'someone@shop.example'],
])('%s=%s may be read', (name, value) => {
	expect(maskedValue(name, value)).toBe(value);
});

test('a long text takes no time', () => {
	const pieces = ['://', 'a:', 'password', '-.', 'token=', '"', ' ', 'Bearer ', 'aA1'];
	for (const piece of pieces) {
		const text = piece.repeat(100_000 / piece.length);
		const startedAt = performance.now();
		maskCredentials(text);
		maskedValue('X', text);
		expect({piece, isQuick: performance.now() - startedAt < 1000}).toEqual({piece, isQuick: true});
	}
});
