import {expect, test} from 'vitest';
import {proxyFor} from '../../../src/kube/access/proxy.ts';

const https = {HTTPS_PROXY: 'http://p.test:3128'};
const p = 'http://p.test:3128/';

test.each<[string, Record<string, string>, string | undefined]>([
	['https://k.test', {}, undefined],
	['https://k.test', https, p],
	['https://k.test', {https_proxy: 'p.test:3128'}, p],
	['https://k.test', {HTTPS_PROXY: 'socks5://p.test'}, 'socks5://p.test'],
	['https://k.test', {HTTP_PROXY: 'http://p.test:3128'}, undefined],
	['http://k.test', {http_proxy: 'http://p.test:3128'}, p],
	['https://localhost:6443', https, undefined],
	['https://127.8.9.1', https, undefined],
	['https://[::1]:6443', https, undefined],
	['https://k.test', {...https, NO_PROXY: '*'}, undefined],
	['https://k.test', {...https, no_proxy: 'a.test, K.test'}, undefined],
	['https://a.k.test', {...https, NO_PROXY: 'k.test'}, undefined],
	['https://ak.test', {...https, NO_PROXY: 'k.test'}, p],
	['https://k.test', {...https, NO_PROXY: '.k.test'}, p],
	['https://a.k.test', {...https, NO_PROXY: '.k.test'}, undefined],
	['https://a.k.test', {...https, NO_PROXY: '*.k.test'}, undefined],
	['https://k.test', {...https, NO_PROXY: '*.k.test'}, p],
	['https://k.test', {...https, NO_PROXY: 'k.test:443'}, undefined],
	['https://k.test:6443', {...https, NO_PROXY: 'k.test:443'}, p],
	['https://10.1.2.3', {...https, NO_PROXY: '10.0.0.0/8'}, undefined],
	['https://11.1.2.3', {...https, NO_PROXY: '10.0.0.0/8,10.0.0.0/99,x/8,/'}, p],
	['https://10.1.2.3:6443', {...https, NO_PROXY: '10.1.2.3:6443'}, undefined],
	// An odd one, and Go's: the end of an address counts like the end of a name.
	['https://10.1.2.3', {...https, NO_PROXY: '2.3'}, undefined],
	['https://[fd00::1]', {...https, NO_PROXY: 'fd00::/8'}, undefined],
	['https://[fd00::1]:6443', {...https, NO_PROXY: '[fd00::1]:6443'}, undefined],
	['https://[fd00::1]', {...https, NO_PROXY: 'fd00::1'}, undefined],
	['https://k.test', {...https, NO_PROXY: ', ,:443,['}, p],
])('%s with %j goes through %s', (server, environment, expected) => {
	expect(proxyFor(new URL(server), undefined, environment)?.href).toBe(expected);
});

test('proxy-url wins over the environment, also on the way to this machine', () => {
	const environment = {...https, NO_PROXY: '*'};
	expect(proxyFor(new URL('https://127.0.0.1'), 'socks5://own.test:1080', environment)?.href).toBe(
		'socks5://own.test:1080',
	);
});
