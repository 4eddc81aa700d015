import {Readable} from 'node:stream';
import {describe, expect, test} from 'vitest';
import type {Fault} from '../../../src/kube/fault.ts';
import {createScriptedTransport, openEnd, type Reply} from '../reflector/scripted-transport.ts';
import {stampAt} from './log-server.ts';
import {createTailRig} from './rig.ts';

const refused = (message: string): Fault => ({kind: 'protocol', message});
const LINE = `${stampAt(1)} hello\n`;

async function statesOf(reply: Reply): Promise<readonly string[]> {
	const rig = createTailRig(createScriptedTransport([reply]).transport);
	await rig.advance(0);
	rig.tail.stop();
	return rig.states;
}

const STARTING = 'container "api" in pod "api-1" is waiting to start: ContainerCreating';
const PULLING = 'container "api" in pod "api-1" is waiting to start: trying and failing to pull image';
const NO_LOGS = 'container "api" in pod "api-1" is waiting to start - no logs yet';
const TERMINATED = 'container "api" in pod "api-1" is terminated';
const NO_PREVIOUS = 'previous terminated container "api" in pod "api-1" not found';
const NOT_VALID = 'container api is not valid for pod api-1';
const THROWN_AWAY = 'unable to retrieve container logs for containerd://2523a6487dc9';
const NO_WATCHER = 'failed to create fsnotify watcher: too many open files';

describe('a refusal is a state', () => {
	test.each<[Reply, ...string[]]>([
		[refused(STARTING), `waiting 750 ms: ${STARTING}`],
		[refused(PULLING), `waiting 750 ms: ${PULLING}`],
		[refused(NO_LOGS), `waiting 750 ms: ${NO_LOGS}`],
		[refused(TERMINATED), `ended: ${TERMINATED}`],
		[refused(NO_PREVIOUS), `ended: ${NO_PREVIOUS}`],
		[refused(NOT_VALID), `ended: ${NOT_VALID}`],
		[{kind: 'missing', message: 'pods "api-1" not found'}, 'ended: the pod is gone'],
		[{kind: 'forbidden', message: 'no', permission: 'get pods/log in shop'}, 'forbidden: get pods/log in shop'],
		[{kind: 'forbidden', message: 'a webhook says no'}, 'forbidden: get pods/log in shop'],
		[{kind: 'throttled', message: 'slow down', retryAfterMs: 7000}, 'waiting 7400 ms: slow down'],
		[{kind: 'server', message: 'oops'}, 'waiting 400 ms: oops'],
		[{kind: 'refused', message: 'nobody'}, 'waiting 400 ms: nobody'],
		[THROWN_AWAY, 'following', `waiting 750 ms: ${THROWN_AWAY}`],
		[`${NO_WATCHER}\n`, 'following', `waiting 750 ms: ${NO_WATCHER}`],
	])('%o', async (reply, ...states) => {
		expect(await statesOf(reply)).toEqual(states);
	});

	test('and a log that says the same is a log', async () => {
		const rig = createTailRig(createScriptedTransport([openEnd(`${stampAt(1)} ${THROWN_AWAY}\n`)]).transport);
		await rig.advance(0);
		rig.tail.stop();
		expect([rig.texts(), rig.states]).toEqual([[THROWN_AWAY], ['following']]);
	});

	test('that is shown until an answer has begun', async () => {
		const {transport} = createScriptedTransport([refused(STARTING), refused(STARTING), openEnd(LINE)]);
		const rig = createTailRig(transport);
		await rig.advance(3000);
		rig.tail.stop();
		expect(rig.states).toEqual([`waiting 750 ms: ${STARTING}`, `waiting 1500 ms: ${STARTING}`, 'following']);
		expect(rig.texts()).toEqual(['hello']);
	});

	test('a container that starts is asked for every few seconds', async () => {
		const {transport, requests} = createScriptedTransport(Array.from({length: 40}, () => refused(STARTING)));
		const rig = createTailRig(transport);
		await rig.advance(60_000);
		rig.tail.stop();
		const waits = rig.states.map(words => Number(/\d+/.exec(words)?.[0]));
		expect(waits.slice(0, 5)).toEqual([750, 1500, 3000, 3750, 3750]);
		expect(requests.length).toBeGreaterThan(15);
	});

	test('retryNow skips the rest of a wait', async () => {
		const {transport, requests} = createScriptedTransport([{kind: 'forbidden', message: 'no'}, openEnd(LINE)]);
		const rig = createTailRig(transport);
		await rig.advance(60_000);
		expect(requests).toHaveLength(1);
		rig.tail.retryNow();
		await rig.advance(0);
		rig.tail.stop();
		expect(rig.states).toEqual(['forbidden: get pods/log in shop', 'following']);
	});
});

describe('an end', () => {
	test('while it is opening is quiet', async () => {
		const {transport, requests} = createScriptedTransport([]);
		const rig = createTailRig(transport);
		await rig.advance(0);
		rig.tail.stop();
		await rig.advance(60_000);
		expect([requests.length, rig.states, rig.pending()]).toEqual([1, [], 0]);
	});

	test('while it is read closes the connection, and a chunk under way is the last', async () => {
		const body = openEnd(LINE);
		const {transport} = createScriptedTransport([body]);
		const rig = createTailRig(transport);
		await rig.advance(0);
		rig.tail.stop();
		await rig.advance(0);
		expect([body.destroyed, rig.texts(), rig.pending()]).toEqual([true, ['hello'], 0]);
	});

	test('before it began asks for nothing', async () => {
		const {transport, requests} = createScriptedTransport([]);
		const rig = createTailRig(transport);
		rig.tail.stop();
		await rig.advance(60_000);
		expect(requests).toHaveLength(0);
	});

	test('of the connection before anybody reads is a cut', async () => {
		const body = new Readable({read() {}});
		body.destroy(new Error('reset'));
		const {transport} = createScriptedTransport([body, openEnd(LINE)]);
		const rig = createTailRig(transport);
		await rig.advance(1000);
		rig.tail.stop();
		expect(rig.states).toEqual([
			'following',
			expect.stringMatching(/^waiting 400 ms: The connection was lost/),
			'following',
		]);
	});
});
