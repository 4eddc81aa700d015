import {expect, test} from 'vitest';
import {FaultError} from '../../../src/kube/fault.ts';
import type {Credentials} from '../../../src/kube/ports.ts';
import {listen} from '../../support/little-server.ts';
import {accessTo, faultOf, never, transportTo} from './access-to.ts';

/** Credentials that hand out `Bearer 1`, and the next number after each `forget`. */
function numbered(): Credentials & {forgotten(): number} {
	let number = 1;
	return {
		read: () => Promise.resolve({authorization: `Bearer ${number}`}),
		forget: () => void (number += 1),
		forgotten: () => number - 1,
	};
}

test('a 401 renews the credentials and asks once more', async () => {
	const {url} = await listen((request, response) => {
		response.writeHead(request.headers.authorization === 'Bearer 2' ? 200 : 401).end('1');
	});
	const credentials = numbered();
	expect(await transportTo(accessTo(url, {credentials})).json({path: '/', signal: never()})).toBe(1);
	expect(credentials.forgotten()).toBe(1);
});

test('a second 401 is a fault', async () => {
	let asked = 0;
	const {url, port} = await listen((_request, response) => {
		asked += 1;
		response.writeHead(401).end('{"kind":"Status","message":"Unauthorized"}');
	});
	const work = transportTo(accessTo(url, {credentials: numbered()})).json({path: '/', signal: never()});
	expect(await faultOf(work)).toEqual({
		kind: 'unauthorized',
		message: `127.0.0.1:${port} does not accept the login of the user tester (401): log in again.`,
	});
	expect(asked).toBe(2);
});

test('20 requests that are refused together renew the credentials once', async () => {
	let waiting: (() => void)[] = [];
	const {url} = await listen((request, response) => {
		if (request.headers.authorization !== 'Bearer 1') {
			response.end('1');
			return;
		}
		waiting.push(() => response.writeHead(401).end());
		if (waiting.length < 20) return;
		for (const refuse of waiting) refuse();
		waiting = [];
	});
	const credentials = numbered();
	const transport = transportTo(accessTo(url, {credentials}));
	await Promise.all(Array.from({length: 20}, () => transport.json({path: '/', signal: never()})));
	expect(credentials.forgotten()).toBe(1);
});

test('a login that fails is told in its own words, and nothing is sent', async () => {
	const {url, connections} = await listen((_request, response) => response.end('1'));
	const fault = {kind: 'credential', message: 'The login program aws failed.'} as const;
	const credentials = {read: () => Promise.reject(new FaultError(fault)), forget: () => undefined};
	expect(await faultOf(transportTo(accessTo(url, {credentials})).json({path: '/', signal: never()}))).toEqual(fault);
	expect(connections()).toBe(0);
});

test('a login that lasts can be called off', async () => {
	const {url} = await listen((_request, response) => response.end('1'));
	const stop = new AbortController();
	const credentials: Credentials = {read: () => new Promise(() => undefined), forget: () => undefined};
	const work = faultOf(transportTo(accessTo(url, {credentials})).ask({path: '/', signal: stop.signal}));
	stop.abort();
	expect(await work).toMatchObject({name: 'Cancelled'});
});

test('closing ends a login that is under way', () => {
	let stops = 0;
	const credentials: Credentials = {
		read: () => new Promise(() => undefined),
		forget: () => undefined,
		stop: () => void (stops += 1),
	};
	const transport = transportTo(accessTo(new URL('http://127.0.0.1:1'), {credentials}));
	void faultOf(transport.ask({path: '/', signal: never()}));
	transport.close();
	expect(stops).toBe(1);
});
