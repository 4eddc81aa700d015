import {expect, test} from 'vitest';
import {Concealed} from '../../src/lib/concealed.ts';
import {type Fault, FaultError} from '../../src/kube/fault.ts';
import type {Transport} from '../../src/kube/ports.ts';
import type {Row} from '../../src/model/row.ts';
import {createLedger} from '../../src/session/ledger.ts';
import {createObjectReader} from '../../src/session/object-reader.ts';
import type {Collection} from '../../src/store/collection.ts';
import {createVirtualClock} from '../support/virtual-clock.ts';

const api = {kind: 'pod', namespace: 'shop', name: 'api-0', uid: 'u1'};
const KEY = 'pod/shop/api-0';

/** A server that answers what it is told to, and a reader that is told of commits. */
function createRig(namespace = '') {
	const {clock, advance} = createVirtualClock();
	const asked: string[] = [];
	let answer: unknown = {metadata: {name: 'api-0'}};
	const transport = {
		clockAheadMs: 0,
		json({path}: {path: string}) {
			asked.push(path);
			return answer instanceof FaultError ? Promise.reject(answer) : Promise.resolve(answer);
		},
	} as unknown as Transport;
	const ledger = createLedger();
	let watched: readonly string[] = ['pod'];
	let wakes = 0;
	const reader = createObjectReader({transport, clock, ledger, namespace, wake: () => (wakes += 1)});
	const commit = (...names: readonly string[]): void => {
		const changes = names.map(name => ({before: undefined, after: {...api, name} as unknown as Row}));
		const collections = Object.fromEntries(watched.map(kind => [kind, watching(kind)]));
		reader.take({changes, collections});
	};
	commit();
	return {
		reader,
		asked,
		advance,
		commit,
		/** Time passes, with a commit each second as in the program. */
		async pass(seconds: number) {
			for (let second = 0; second < seconds; second++) {
				await advance(1000);
				commit();
			}
			await advance(0);
		},
		answerWith(next: unknown) {
			answer = next;
		},
		watch(...kinds: readonly string[]) {
			watched = kinds;
		},
		now: () => clock.now(),
		busy: () => ledger.busy,
		wakes: () => wakes,
	};
}

function watching(kind: string): Collection {
	const state = {phase: 'watching', resourceVersion: '1', since: 0} as const;
	return {kind, rows: new Map(), complete: true, state, problems: []};
}

const fault = (kind: Fault['kind'], more: Partial<Fault> = {}): FaultError =>
	new FaultError({kind, message: `${kind}!`, ...more});

test('an object is read when it is shown, and not again as long as nothing happens to it', async () => {
	const rig = createRig();
	rig.reader.show([api]);
	expect(rig.busy()).toEqual([`read ${KEY}`]);
	await rig.pass(30);
	expect(rig.asked).toEqual(['/api/v1/namespaces/shop/pods/api-0']);
	expect(rig.reader.readings.get(KEY)).toMatchObject({object: {metadata: {name: 'api-0'}}, state: {phase: 'read'}});
	expect([rig.busy(), rig.wakes()]).toEqual([[], 1]);
});

test('it is read again when its row changes, at most once a second, and others do not matter', async () => {
	const rig = createRig();
	rig.reader.show([api]);
	await rig.advance(10);
	for (let step = 0; step < 50; step++) {
		rig.commit('api-0', 'api-1');
		await rig.advance(100);
	}
	expect(rig.asked.length).toBeGreaterThanOrEqual(5);
	expect(rig.asked.length).toBeLessThanOrEqual(6);
	const before = rig.asked.length;
	for (let step = 0; step < 50; step++) {
		rig.commit('api-1');
		await rig.advance(100);
	}
	expect(rig.asked.length - before).toBeLessThanOrEqual(1);
});

test('a change that comes too early is not forgotten', async () => {
	const rig = createRig();
	rig.reader.show([api]);
	await rig.advance(10);
	rig.commit('api-0');
	expect(rig.asked).toHaveLength(1);
	const wakes = rig.wakes();
	await rig.advance(1000);
	expect(rig.wakes()).toBe(wakes + 1);
	rig.commit();
	expect(rig.asked).toHaveLength(2);
});

test('one that is gone keeps what it was; one of its name takes its place', async () => {
	const rig = createRig();
	rig.reader.show([api]);
	await rig.pass(2);
	rig.answerWith(fault('missing', {message: 'pods "api-0" not found'}));
	rig.commit('api-0');
	await rig.pass(1);
	const goneAt = rig.now();
	const gone = rig.reader.readings.get(KEY);
	expect(gone).toMatchObject({object: {metadata: {name: 'api-0'}}, state: {phase: 'gone'}});
	rig.commit('api-0');
	await rig.pass(5);
	expect(rig.reader.readings.get(KEY)?.state).toMatchObject({phase: 'gone', since: goneAt - 1000});
	rig.answerWith({metadata: {name: 'api-0', uid: 'u2'}});
	rig.commit('api-0');
	await rig.pass(2);
	expect(rig.reader.readings.get(KEY)).toMatchObject({object: {metadata: {uid: 'u2'}}, state: {phase: 'read'}});
});

test('a right that is missing is named and tried again a minute later, or when the user asks', async () => {
	const rig = createRig();
	rig.answerWith(fault('forbidden', {permission: 'get pods in shop'}));
	rig.reader.show([api]);
	await rig.pass(59);
	expect(rig.asked).toHaveLength(1);
	expect(rig.reader.readings.get(KEY)?.state).toMatchObject({
		phase: 'trouble',
		because: {permission: 'get pods in shop'},
	});
	rig.reader.retryNow();
	expect(rig.asked).toHaveLength(2);
	rig.answerWith({});
	await rig.pass(62);
	expect(rig.asked).toHaveLength(3);
	expect(rig.reader.readings.get(KEY)?.state.phase).toBe('read');
});

test('other trouble is waited out for a few seconds, or as long as the server asks, though the object changes', async () => {
	const rig = createRig();
	rig.answerWith(fault('timeout'));
	rig.reader.show([api]);
	await rig.advance(0);
	for (let second = 0; second < 4; second++) {
		rig.commit('api-0');
		await rig.pass(1);
	}
	expect(rig.asked).toHaveLength(1);
	await rig.pass(2);
	expect(rig.asked).toHaveLength(2);
	rig.answerWith(fault('throttled', {retryAfterMs: 20_000}));
	await rig.pass(6);
	expect(rig.asked).toHaveLength(3);
	await rig.pass(17);
	expect(rig.asked).toHaveLength(3);
	await rig.pass(3);
	expect(rig.asked).toHaveLength(4);
});

test.each([
	['of a kind that is not watched', '', []],
	['of another namespace than the one that is watched', 'web', ['pod']],
])('an object %s is looked at every ten seconds', async (_, namespace, kinds) => {
	const rig = createRig(namespace);
	rig.watch(...kinds);
	rig.reader.show([api]);
	await rig.pass(31);
	expect(rig.asked.length).toBeGreaterThanOrEqual(3);
	expect(rig.asked.length).toBeLessThanOrEqual(4);
});

test('what is shown no longer is not read, and shown again at once as it was', async () => {
	const rig = createRig();
	rig.reader.show([api]);
	await rig.pass(1);
	rig.reader.show([]);
	rig.commit('api-0');
	await rig.pass(5);
	expect(rig.asked).toHaveLength(1);
	expect(rig.reader.readings.get(KEY)?.state.phase).toBe('read');
	rig.reader.show([api]);
	await rig.pass(1);
	expect(rig.asked).toHaveLength(2);
	for (let number = 0; number < 20; number++) {
		rig.reader.show([{...api, name: `other-${number}`}]);
		await rig.pass(1);
	}
	expect(rig.reader.readings.size).toBe(8);
	expect(rig.reader.readings.has(KEY)).toBe(false);
});

test('an answer that comes when nobody looks any more, or after the end, changes nothing', async () => {
	const rig = createRig();
	rig.reader.show([api]);
	rig.reader.show([]);
	await rig.advance(0);
	expect(rig.reader.readings.size).toBe(0);
	rig.reader.show([api]);
	rig.reader.stop();
	await rig.advance(0);
	rig.reader.show([api]);
	expect([rig.reader.readings.size, rig.asked.length, rig.busy()]).toEqual([0, 2, []]);
});

test('a Secret is read without its values; what is of no known kind, or has no name, is not read', async () => {
	const rig = createRig();
	rig.answerWith({data: {password: 'aHVudGVyMg=='}});
	rig.reader.show([
		{...api, kind: 'secret', name: 'db'},
		{...api, kind: 'unicorn'},
		{...api, name: ''},
	]);
	await rig.pass(1);
	expect(rig.asked).toEqual(['/api/v1/namespaces/shop/secrets/db']);
	expect(rig.reader.readings.get('secret/shop/db')?.object).toEqual({data: {password: new Concealed(7)}});
});

test('names cannot lead elsewhere', async () => {
	const rig = createRig();
	rig.reader.show([{...api, namespace: '../kube-system', name: 'a/../../secrets?x=1'}]);
	await rig.pass(1);
	expect(rig.asked).toEqual(['/api/v1/namespaces/..%2Fkube-system/pods/a%2F..%2F..%2Fsecrets%3Fx%3D1']);
});
