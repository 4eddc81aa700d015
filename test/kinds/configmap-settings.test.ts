import {expect, test} from 'vitest';
import {settingsOf} from '../../src/kinds/entries/configmap/settings.ts';

test('of a ConfigMap only what is about databases is kept, without passwords', () => {
	const settings = settingsOf({
		DATABASE_URL: 'postgresql://app:hunter2@postgres/shop',
		DB_POOL_SIZE: '5',
		PGHOST: 'postgres',
		'nginx.conf': 'server { listen 80; }',
		LICENCE_TEXT: 'x',
		BIG_URL: 'x'.repeat(10_000),
		POOL_SIZE: 7,
	});
	expect([...settings]).toEqual([
		['DATABASE_URL', 'postgresql://app:***@postgres/shop'],
		['DB_POOL_SIZE', '5'],
		['PGHOST', 'postgres'],
	]);
	const many = Object.fromEntries(Array.from({length: 1000}, (_, index) => [`DB_${index}`, 'x']));
	expect(settingsOf(many).size).toBe(30);
});
