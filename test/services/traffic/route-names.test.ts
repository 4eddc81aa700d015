import {describe, expect, test} from 'vitest';
import {createRouteNames, OTHER_ROUTES} from '../../../src/services/traffic/route-names.ts';
import {requestOf} from './scene.ts';

/** Path as logged → name. */
const PATHS: Readonly<Record<string, string>> = {
	'/': '/',
	'//': '/',
	'/items': '/items',
	'/items/': '/items',
	'/items//7/': '/items/{id}',
	'/items/42?page=2&q=a/b': '/items/{id}',
	'/items/42#top': '/items/{id}',
	'/items/-3': '/items/{id}',
	'/items/1,2,3': '/items/{id}',
	'/items/42:cancel': '/items/{id}:cancel',
	'/items/42.json': '/items/{id}.json',
	'/items;color=red/42;v=1/parts': '/items/{id}/parts',
	'/Products(5)/Name': '/Products({id})/Name',
	'/users/3fa85f64-5717-4562-b3fc-2c963f66afa6/orders': '/users/{id}/orders',
	'/users/order-3fa85f64-5717-4562-b3fc-2c963f66afa6': '/users/{id}',
	'/commits/9fceb02d0ae598e95dc970b74767f19372d61af8': '/commits/{id}',
	'/commits/9fceb02d': '/commits/{id}',
	'/mongo/507f1f77bcf86cd799439011': '/mongo/{id}',
	'/ulid/01ARZ3NDEKTSV4RRFFQ69G5FAV': '/ulid/{id}',
	'/ksuid/0ujtsYcgvSTl8PAuAdqWYSMnLOv': '/ksuid/{id}',
	'/nano/V1StGXR8_Z5jdHi6B-myT': '/nano/{id}',
	'/stripe/cus_NffrFeUfNV2Hib': '/stripe/{id}',
	'/watch/dQw4w9WgXcQ': '/watch/{id}',
	'/token/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N': '/token/{id}',
	'/mail/anna@example.com': '/mail/{id}',
	'/mail/anna%40example.com': '/mail/{id}',
	'/report/2024-01-31': '/report/{id}',
	'/report/2024-01-31T10:00:00Z': '/report/{id}',
	'/report/20240131': '/report/{id}',
	'/hosts/10.0.0.1': '/hosts/{id}',
	'/orders/PROJ-123': '/orders/{id}',
	'/orders/SKU12345': '/orders/{id}',
	'/caf%C3%A9': '/café',
	'/a%2Fb%20c': '/a%2Fb%20c',
	'/bad%ZZ': '/bad%ZZ',
	'/%E2%80%AEevil': '/%E2%80%AEevil',
	'/static/app.3f2a9c1b.js': '/static/{file}.js',
	'/static/css/main.CSS': '/static/css/{file}.css',
	'/favicon.ico': '/favicon.ico',
	'http://shop.example/items/7?x=1': '/items/{id}',
	'http://shop.example': '/',
	'*': '*',
	'db.example:443': '{host}',
	'': '(no path)',
	'?x=1': '(malformed)',
	'\\x16\\x03\\x01': '(malformed)',
	'/a/b/c/d/e/f/g/h/i/j/k/l/m/n': '/a/b/c/d/e/f/g/h/i/j/k/…',
};

const STAY = [
	...['v1', 'page2', 'oauth2', 's3', 'health', 'me', '2fa', 'iso8601', 'step-1', 'sha256', 'ipv6', 'e2e-tests', '3d'],
	...['.well-known', 'oauth-authorization-server', 'top-10-of-the-year', 'getOAuth2TokenInfo', 'feedface', 'web2py'],
	...['sitemap.xml', 'shop.Cart', 'user_profile_settings', 'constructor', '__proto__'],
];

describe('the name of a route', () => {
	test.each(Object.entries(PATHS))('%s', (path, name) => {
		expect(createRouteNames().nameOf(requestOf({path}))).toBe(`GET ${name}`);
	});
	test.each(STAY)('%s is a word', word => {
		expect(createRouteNames().nameOf(requestOf({path: `/api/${word}/x`}))).toBe(`GET /api/${word}/x`);
	});
	test('is that of the framework where it is logged', () => {
		const {nameOf} = createRouteNames();
		expect(nameOf(requestOf({route: '/items/{item_id}', path: '/items/7'}))).toBe('GET /items/{item_id}');
		expect(nameOf(requestOf({route: 'GET /items/{id}'}))).toBe('GET /items/{id}');
		expect(nameOf(requestOf({route: 'x'.repeat(500)})).length).toBeLessThanOrEqual(124);
	});
	test('has only a method that looks like one', () => {
		const names = ['', 'post', 'M-SEARCH', '\\x16', 'G'.repeat(30)].map(method =>
			createRouteNames().nameOf(requestOf({method})),
		);
		expect(names).toEqual(['/items', 'POST /items', 'M-SEARCH /items', '/items', '/items']);
	});
	test('is short, whatever the path', () => {
		for (const path of [
			`/${'word/'.repeat(5000)}`,
			`/${'w'.repeat(9000)}`,
			`/${'longer-than-most/'.repeat(9)}`,
			'/'.repeat(9000),
		])
			expect(createRouteNames().nameOf(requestOf({path})).length).toBeLessThanOrEqual(126);
	});
	test('is found in a moment, whatever the path', () => {
		const {nameOf} = createRouteNames();
		const parts = [
			'a1'.repeat(30),
			'@'.repeat(60),
			'-'.repeat(60),
			'1.'.repeat(30),
			'%41'.repeat(300),
			'a('.repeat(30),
		];
		const before = performance.now();
		for (let round = 0; round < 1000; round++)
			for (const part of parts) nameOf(requestOf({path: `/${part}${round}`}));
		expect(performance.now() - before).toBeLessThan(2000);
	});
});

/** Letters only, so that nothing else than their number tells what they are. */
const wordOf = (number: number): string => [...String(number)].map(digit => 'abcdefghij'[Number(digit)]).join('');

describe('too many words at one place', () => {
	test('become one, but for those that are asked for often', () => {
		const names = createRouteNames();
		for (let round = 0; round < 12; round++) names.nameOf(requestOf({path: '/blog/archive'}));
		for (let article = 0; article < 49; article++) names.nameOf(requestOf({path: `/blog/${wordOf(article)}/talk`}));
		expect(names.changes).toBe(0);
		expect(names.nameOf(requestOf({path: '/blog/one-more'}))).toBe('GET /blog/{slug}');
		expect(names.changes).toBe(1);
		expect(names.nameOf(requestOf({path: '/blog/archive'}))).toBe('GET /blog/archive');
		expect(names.nameOf(requestOf({path: '/blog/b/talk'}))).toBe('GET /blog/{slug}/talk');
		expect(names.nameOf(requestOf({path: '/blog/7'}))).toBe('GET /blog/{id}');
		expect(['GET /blog/b/talk', 'GET /blog/archive', '/', '(no path)'].map(names.rename)).toEqual([
			'GET /blog/{slug}/talk',
			'GET /blog/archive',
			'/',
			'(no path)',
		]);
	});
	test('fifty are not too many', () => {
		const names = createRouteNames();
		for (let round = 0; round < 20; round++)
			for (let word = 0; word < 50; word++)
				expect(names.nameOf(requestOf({path: `/${wordOf(word)}`}))).toBe(`GET /${wordOf(word)}`);
	});
	test('there is a limit to all of them', () => {
		const names = createRouteNames();
		const found = new Set<string>();
		for (let first = 0; first < 50; first++)
			for (let second = 0; second < 50; second++)
				for (let third = 0; third < 8; third++)
					found.add(names.nameOf(requestOf({path: `/${wordOf(first)}/${wordOf(second)}/${wordOf(third)}`})));
		expect(found.has(OTHER_ROUTES)).toBe(true);
		expect(found.size).toBeLessThanOrEqual(10_001);
	});
});
