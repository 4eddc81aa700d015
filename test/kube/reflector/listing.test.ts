import {describe, expect, test} from 'vitest';
import type {Fault} from '../../../src/kube/fault.ts';
import {createRig, listOf, object, type Rig} from './rig.ts';
import {openEnd, type Reply} from './scripted-transport.ts';

const LIST = '/api/v1/pods?limit=2';
const NEXT = `${LIST}&continue=x%26y`;
const watchFrom = (resourceVersion: string): string =>
	`/api/v1/pods?watch=true&allowWatchBookmarks=true&resourceVersion=${resourceVersion}`;
const PAGES = [
	listOf(['a', 'b'], {resourceVersion: '10', continue: 'x&y', remainingItemCount: 1}),
	listOf(['c'], {resourceVersion: '10'}),
];
/** What the log holds after a list of one page with the object `a`. */
const LISTED = ['begin', 'listing 0 of ?', 'put a', 'listing 1 of ?', 'complete', 'watching from 10'];
const fault = (kind: Fault['kind'], message: string, more: Partial<Fault> = {}): Fault => ({kind, message, ...more});

/** Plays until the sink has heard the entry, then stops. */
async function play(script: readonly Reply[], entry: string, times = 1): Promise<Rig> {
	const rig = createRig(script);
	await rig.heard(entry, times);
	rig.reflector.stop();
	return rig;
}

describe('listing', () => {
	test('reads all pages, tells how far it is, and watches from their version', async () => {
		const {asked, log, requests} = await play([...PAGES, openEnd()], 'watching from 10');
		expect(log).toEqual([
			...['begin', 'listing 0 of ?', 'put a', 'put b', 'listing 2 of 3'],
			...['put c', 'listing 3 of 3', 'complete', 'watching from 10', 'stopped'],
		]);
		expect(asked).toEqual([LIST, NEXT, watchFrom('10')]);
		expect(requests.map(({compress, accept}) => [compress, accept])).toEqual([
			[undefined, 'application/json'],
			[undefined, 'application/json'],
			[false, 'application/json'],
		]);
		expect(requests[2]?.path).toContain('&timeoutSeconds=450&');
	});

	test('asks for the next page as soon as its token is there, before the first object', async () => {
		const page = openEnd('{"metadata":{"resourceVersion":"10","continue":"next"},"items":[');
		const rig = createRig([page, listOf(['b'])]);
		await rig.requested(2);
		expect(rig.log).toEqual(['begin', 'listing 0 of ?']);
		page.push(`${object('a')}]}`);
		page.push(null);
		await rig.heard('complete');
		rig.reflector.stop();
		expect(rig.log.slice(2, 7)).toEqual(['put a', 'listing 1 of ?', 'put b', 'listing 2 of ?', 'complete']);
	});

	test('reads the token behind the objects, where custom resources have it', async () => {
		const page = `{"items":[${object('a')},${object('b')}],"metadata":{"resourceVersion":"10","continue":"n","remainingItemCount":5}}`;
		const {log, asked} = await play([page, listOf(['c']), openEnd()], 'watching from 10');
		expect(log.filter(entry => entry.startsWith('listing'))).toEqual([
			'listing 0 of ?',
			'listing 2 of 7',
			'listing 3 of 7',
		]);
		expect(asked[1]).toBe(`${LIST}&continue=n`);
	});

	test('leaves out what cannot be read, and names it', async () => {
		const items = [
			object('a'),
			object('b', {bad: true}),
			'{"metadata":{"name":"no-uid"}}',
			'{"spec":{}}',
			'null',
			'{bad}',
			object('c'),
		];
		const {log} = await play(
			[`{"metadata":{"resourceVersion":"10"},"items":[${items.join(',')}]}`, openEnd()],
			'watching from 10',
		);
		expect(log.slice(2, 9)).toEqual([
			'put a',
			'problem: shop/b',
			'problem: no-uid',
			'problem: an object without a name',
			'problem: an object without a name',
			'problem: an object that is no JSON or above 8 MB',
			'put c',
		]);
	});

	test('a name that is no name is cut short', async () => {
		const {log} = await play(
			[`{"metadata":{"resourceVersion":"1"},"items":[${object('n'.repeat(5000), {bad: true})}]}`],
			'complete',
		);
		expect(log[2]).toBe(`problem: shop/${'n'.repeat(315)}`);
	});

	test.each([
		['a list without a version', '{"metadata":{},"items":[]}', 'The list has no version.'],
		['a page of a provider', '<html>sign in</html>', 'The answer is no list, or ends in the middle.'],
		['an object that is no list', '{"kind":"Status"}', 'The list has no version.'],
		['a list that ends in the middle', listOf(['a']).slice(0, -9), 'The answer is no list, or ends in the middle.'],
	])('%s is trouble, not a list', async (_, text, message) => {
		const {log} = await play([text], `waiting 400 ms: ${message}`);
		expect(log).not.toContain('complete');
	});

	test('a page that leads to itself does not go on for ever', async () => {
		const page = listOf(['a'], {resourceVersion: '10', continue: 'same'});
		const {asked} = await play([page, page], 'waiting 400 ms: The list never ends: a page leads to itself.');
		expect(asked).toHaveLength(2);
	});

	test('a connection that breaks inside an object is waited out, and the page is read again', async () => {
		const [page = '', last = ''] = PAGES;
		const broken = openEnd(last.slice(0, -20));
		const rig = createRig([page, broken, last, openEnd()]);
		await rig.heard('listing 2 of 3');
		broken.destroy(new Error('read ECONNRESET'));
		await rig.heard('waiting 400 ms: The connection was lost: read ECONNRESET');
		expect(rig.openBodies()).toBe(0);
		await rig.advance(400);
		await rig.heard('watching from 10');
		rig.reflector.stop();
		expect(rig.log).toEqual([
			...['begin', 'listing 0 of ?', 'put a', 'put b', 'listing 2 of 3'],
			'waiting 400 ms: The connection was lost: read ECONNRESET',
			...['listing 2 of 3', 'put c', 'listing 3 of 3', 'complete', 'watching from 10', 'stopped'],
		]);
		expect(rig.asked).toEqual([LIST, NEXT, NEXT, watchFrom('10')]);
	});

	test('a first page that breaks after its token begins the list anew', async () => {
		const page = openEnd(listOf(['a', 'b'], {resourceVersion: '9', continue: 'n'}).slice(0, -20));
		const rig = createRig([page, openEnd(), listOf(['a']), openEnd()]);
		await rig.heard('put a');
		page.destroy(new Error('read ECONNRESET'));
		await rig.heard('waiting 400 ms: The connection was lost: read ECONNRESET');
		expect(rig.openBodies()).toBe(0);
		await rig.advance(400);
		await rig.heard('watching from 10');
		rig.reflector.stop();
		expect(rig.log).toEqual([
			...['begin', 'listing 0 of ?', 'put a', 'waiting 400 ms: The connection was lost: read ECONNRESET'],
			...[...LISTED, 'stopped'],
		]);
		expect(rig.asked).toEqual([LIST, `${LIST}&continue=n`, LIST, watchFrom('10')]);
	});

	test.each<[string, Fault, string]>([
		['too many requests', fault('throttled', 'no', {retryAfterMs: 1000}), 'waiting 1400 ms: no'],
		['an error of the server', fault('server', 'no'), 'waiting 400 ms: no'],
	])('%s in the middle: the same page is asked for again', async (_, refusal, waiting) => {
		const [page = '', last = ''] = PAGES;
		const rig = createRig([page, refusal, last, openEnd()]);
		await rig.heard(waiting);
		await rig.advance(1400);
		await rig.heard('watching from 10');
		rig.reflector.stop();
		expect(rig.asked).toEqual([LIST, NEXT, NEXT, watchFrom('10')]);
	});

	test('a token that makes no sense to the server begins the list anew', async () => {
		const [page = '', last = ''] = PAGES;
		const rig = createRig([page, fault('protocol', 'continue key is not valid'), page, last, openEnd()]);
		await rig.heard('waiting 400 ms: continue key is not valid');
		await rig.advance(400);
		await rig.heard('watching from 10');
		rig.reflector.stop();
		expect(rig.asked).toEqual([LIST, NEXT, LIST, NEXT, watchFrom('10')]);
	});

	test('a token that has expired begins the list anew at once, and only then waits', async () => {
		const [page = ''] = PAGES;
		const expired = fault('expired', 'The provided continue parameter is too old');
		const {log, asked} = await play(
			[page, expired, page, expired],
			'waiting 800 ms: The provided continue parameter is too old',
		);
		const round = ['begin', 'listing 0 of ?', 'put a', 'put b'];
		expect(log).toEqual([
			...round,
			...round,
			'waiting 800 ms: The provided continue parameter is too old',
			'stopped',
		]);
		expect(asked).toEqual([LIST, NEXT, LIST, NEXT]);
	});

	test('a list that falls silent for 90 s is given up', async () => {
		const rig = createRig([openEnd('{"metadata":{')]);
		await rig.heard('listing 0 of ?');
		await rig.advance(90_000);
		await rig.heard('waiting 400 ms: The server said nothing for 90 s.');
		rig.reflector.stop();
		expect(rig.openBodies()).toBe(0);
	});
});
