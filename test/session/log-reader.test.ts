import {Readable} from 'node:stream';
import {expect, test} from 'vitest';
import type {LogWish} from '../../src/diagnosis/log-wishes.ts';
import {FaultError} from '../../src/kube/fault.ts';
import type {Ask, Transport} from '../../src/kube/ports.ts';
import type {Fault} from '../../src/model/connection.ts';
import {createLedger} from '../../src/session/ledger.ts';
import {createLogReader, type LogReader} from '../../src/session/log-reader.ts';
import {pod} from '../support/rows.ts';

interface Rig {
	readonly reader: LogReader;
	/** Query strings of what was asked for, each with its pod. */
	readonly asked: string[];
	/** Most that were under way at once. */
	readonly most: () => number;
	readonly idle: () => Promise<void>;
	readonly wakes: () => number;
}

/** A log reader over a server that answers each path as it is told. */
function rigOf(answer: (path: string) => string | Fault): Rig {
	const asked: string[] = [];
	let [open, most, wakes] = [0, 0, 0];
	const ask = async ({path}: Ask) => {
		asked.push(path.replace('/api/v1/namespaces/shop/pods/', ''));
		open += 1;
		most = Math.max(most, open);
		await new Promise(resolve => setImmediate(resolve));
		open -= 1;
		const said = answer(path);
		if (typeof said !== 'string') throw new FaultError(said);
		return {status: 200, headers: {}, body: Readable.from([Buffer.from(said)])};
	};
	const ledger = createLedger();
	const transport = {ask} as unknown as Transport;
	const reader = createLogReader({transport, ledger, wake: () => (wakes += 1)});
	return {reader, asked, most: () => most, idle: () => ledger.whenIdle(), wakes: () => wakes};
}

const wish = (name: string, fields: Partial<LogWish> = {}): LogWish => ({
	pod: pod({name}),
	container: 'app',
	previous: true,
	run: '1',
	...fields,
});

test('each run of a container is read once, with its times, and no more than its end', async () => {
	const {reader, asked, idle, wakes} = rigOf(() => '2026-11-24T11:59:00.000000000Z KeyError: 1\n');
	reader.want([wish('a')]);
	reader.want([wish('a')]);
	await idle();
	expect(asked).toEqual(['a/log?container=app&tailLines=400&timestamps=true&previous=true']);
	expect(reader.lastWords.get('pod-a/app')?.tail.at(-1)).toContain('KeyError: 1');
	expect(wakes()).toBe(1);
	reader.want([wish('a', {run: '2'})]);
	await idle();
	expect(asked).toHaveLength(2);
});

test('four at once at most', async () => {
	const {reader, most, asked, idle} = rigOf(() => 'x');
	reader.want(Array.from({length: 20}, (_, index) => wish(`p${index}`)));
	await idle();
	expect([most(), asked.length]).toEqual([4, 20]);
});

test.each<string | Fault>([
	{kind: 'protocol', message: 'previous terminated container "app" in pod "a" not found'},
	'unable to retrieve container logs for containerd://2523a6487dc9',
])('a run before that the kubelet has thrown away is read from what is there: %o', async gone => {
	const {reader, asked, idle} = rigOf(path => (path.includes('previous') ? gone : 'last words'));
	reader.want([wish('a')]);
	await idle();
	expect(asked).toHaveLength(2);
	expect(reader.lastWords.get('pod-a/app')?.line).toBe('last words');
});

test('a right that is missing is named, other trouble is silent', async () => {
	const forbidden: Fault = {kind: 'forbidden', message: 'no', permission: 'get pods/log in shop'};
	const {reader, idle} = rigOf(path => (path.includes('/a/') ? forbidden : {kind: 'server', message: 'busy'}));
	reader.want([wish('a'), wish('b')]);
	await idle();
	expect([reader.forbidden, reader.lastWords.size]).toEqual(['get pods/log in shop', 0]);
});

test('of a flood the end is kept, and of many containers the newest', async () => {
	const {reader, idle} = rigOf(() => `${'x'.repeat(200)}\n`.repeat(2000) + 'the end\n');
	reader.want(Array.from({length: 510}, (_, index) => wish(`p${index}`)));
	await idle();
	expect(reader.lastWords.size).toBe(500);
	expect(reader.lastWords.get('pod-p509/app')?.line).toBe('the end');
	expect(reader.lastWords.has('pod-p0/app')).toBe(false);
});

test('stopped, it reads nothing more and wakes nobody', async () => {
	const {reader, wakes, idle} = rigOf(() => 'x');
	reader.want([wish('a'), wish('b'), wish('c'), wish('d'), wish('e')]);
	reader.stop();
	await idle();
	reader.want([wish('f')]);
	expect([wakes(), reader.lastWords.size]).toEqual([0, 0]);
});
