import {text} from 'node:stream/consumers';
import {expect, test} from 'vitest';
import {listen} from '../../support/little-server.ts';
import {createVirtualClock} from '../../support/virtual-clock.ts';
import {accessTo, atHost, faultOf, never, transportTo} from './access-to.ts';

const forbidden = (message: string): string =>
	JSON.stringify({kind: 'Status', code: 403, reason: 'Forbidden', message});
const json = {'Content-Type': 'application/json'};
const html = {'Content-Type': 'text/html; charset=utf-8'};

test.each([
	[
		'a forbidden list names the right that is missing',
		403,
		json,
		forbidden('pods is forbidden: User "v" cannot list resource "pods" in API group "" in the namespace "shop"'),
		{
			kind: 'forbidden',
			message: 'pods is forbidden: User "v" cannot list resource "pods" in API group "" in the namespace "shop"',
			permission: 'list pods in shop',
		},
	],
	[
		'so does one of the whole cluster',
		403,
		json,
		forbidden('nodes is forbidden: User "v" cannot list resource "nodes" in API group "" at the cluster scope'),
		{
			kind: 'forbidden',
			message: 'nodes is forbidden: User "v" cannot list resource "nodes" in API group "" at the cluster scope',
			permission: 'list nodes',
		},
	],
	[
		'and one of a path',
		403,
		json,
		forbidden('forbidden: User "v" cannot get path "/metrics"'),
		{kind: 'forbidden', message: 'forbidden: User "v" cannot get path "/metrics"', permission: 'get /metrics'},
	],
	[
		'a quota is no missing right',
		403,
		json,
		forbidden('pods "a" is forbidden: exceeded quota: q'),
		{kind: 'forbidden', message: 'pods "a" is forbidden: exceeded quota: q'},
	],
	['an expired version', 410, json, '{"kind":"Status","message":"too old"}', {kind: 'expired', message: 'too old'}],
	[
		'a kind that is not served',
		404,
		{},
		'404 page not found\n',
		{kind: 'missing', message: 'HOST answered 404: 404 page not found'},
	],
	[
		'a conflict keeps its words',
		409,
		json,
		'{"kind":"Status","message":"modified"}',
		{kind: 'protocol', message: 'modified'},
	],
	[
		'throttling says how long, in seconds',
		429,
		{'Retry-After': '7'},
		'',
		{
			kind: 'throttled',
			message: 'HOST answered 429 without a word.',
			retryAfterMs: 7_000,
		},
	],
	[
		'or until when',
		503,
		{'Retry-After': 'Tue, 24 Nov 2026 12:00:09 GMT'},
		'wait',
		{
			kind: 'server',
			message: 'HOST answered 503: wait',
			retryAfterMs: 9_000,
		},
	],
	[
		'a time that has passed is now',
		503,
		{'Retry-After': 'Tue, 24 Nov 2026 11:00:00 GMT'},
		'wait',
		{
			kind: 'server',
			message: 'HOST answered 503: wait',
			retryAfterMs: 0,
		},
	],
	[
		'a wait without end has one',
		503,
		{'Retry-After': '99999999'},
		'wait',
		{
			kind: 'server',
			message: 'HOST answered 503: wait',
			retryAfterMs: 300_000,
		},
	],
	[
		'a wait that is none is left out',
		503,
		{'Retry-After': 'soon'},
		'wait',
		{kind: 'server', message: 'HOST answered 503: wait'},
	],
	[
		'a login page',
		200,
		html,
		'<html>',
		{kind: 'protocol', message: 'HOST is not a Kubernetes API server: it answered with HTML (200).'},
	],
	[
		'a page instead of a Status',
		403,
		html,
		'<html>',
		{
			kind: 'protocol',
			message: 'HOST is not a Kubernetes API server: it answered with HTML (403).',
		},
	],
	[
		'a balancer in trouble',
		502,
		html,
		'<html>',
		{
			kind: 'server',
			message: 'HOST answered 502 with an HTML page: something in front of the API server is in trouble.',
		},
	],
	[
		'a redirect is not followed',
		302,
		{Location: 'https://login.test/'},
		'',
		{
			kind: 'protocol',
			message: 'HOST sends us elsewhere (302 to https://login.test/): is the address right?',
		},
	],
	[
		'a Status without an end is cut',
		500,
		{},
		'x'.repeat(1_000_000),
		{
			kind: 'server',
			message: `HOST answered 500: ${'x'.repeat(300)}`,
		},
	],
	[
		'a Status whose message is no text',
		500,
		json,
		'{"kind":"Status","message":{}}',
		{
			kind: 'server',
			message: 'HOST answered 500: {"kind":"Status","message":{}}',
		},
	],
])('%s', async (_name, status, headers, body, expected) => {
	const {url, port} = await listen((_request, response) => response.writeHead(status, headers).end(body));
	const {clock} = createVirtualClock(Date.UTC(2026, 10, 24, 12));
	expect(await faultOf(transportTo(accessTo(url), clock).ask({path: '/api', signal: never()}))).toEqual(
		atHost(expected, port),
	);
});

test('HTML that was asked for is no fault', async () => {
	const {url} = await listen((_request, response) => response.writeHead(200, html).end('<p>'));
	const {body} = await transportTo(accessTo(url)).ask({path: '/', signal: never(), accept: '*/*'});
	expect(await text(body)).toBe('<p>');
});

test('a Status that stalls is shown without its words', async () => {
	const {clock, advance} = createVirtualClock();
	let stalled: (() => void) | undefined;
	const here = new Promise<void>(resolve => (stalled = resolve));
	const {url, port} = await listen((_request, response) => {
		response.writeHead(500, {'Content-Length': 100}).flushHeaders();
		stalled?.();
	});
	const failure = faultOf(transportTo(accessTo(url), clock).ask({path: '/', signal: never()}));
	await here;
	// The head takes a moment to arrive; only then does the wait for the body begin.
	for (let turn = 0; turn < 50; turn++) await advance(200);
	expect(await failure).toEqual({kind: 'server', message: `127.0.0.1:${port} answered 500 without a word.`});
});
