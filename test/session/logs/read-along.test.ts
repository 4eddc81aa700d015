import {expect, test} from 'vitest';
import {createJoin} from '../../../src/services/join.ts';
import type {ServiceRow} from '../../../src/services/service-row.ts';
import {logsToReadAlong} from '../../../src/session/logs/read-along.ts';
import type {Row} from '../../../src/model/row.ts';
import {podOf, rs1, rs2} from '../../services/scene.ts';
import {container, deployment, NOON, ownerOf, pod, replicaset, starting} from '../../support/rows.ts';

function servicesOf(rows: readonly Row[]): readonly ServiceRow[] {
	const join = createJoin();
	join.apply(
		rows.map(after => ({before: undefined, after})),
		NOON,
	);
	return join.services();
}

const named = (services: readonly ServiceRow[], isBusy = false): readonly string[] =>
	logsToReadAlong(services, isBusy).map(({pod: {name}, container: {name: of}}) => `${name}/${of}`);

test('a few pods of each revision are read, the oldest first, and fewer when they are busy', () => {
	const old = ['a', 'b', 'c', 'd', 'e', 'f'].map(letter => podOf('rs1', letter));
	const young = ['a', 'b'].map(letter => podOf('rs2', letter, {createdAt: NOON}));
	const services = servicesOf([deployment(), rs1, rs2, ...old, ...young]);
	expect(named(services)).toEqual([
		'api-rs1-a/app',
		'api-rs2-a/app',
		'api-rs1-b/app',
		'api-rs2-b/app',
		'api-rs1-c/app',
		'api-rs1-d/app',
	]);
	expect(named(services, true)).toEqual(['api-rs1-a/app', 'api-rs2-a/app']);
});

test('a proxy beside the program, pods that do not run and pods that end are left out', () => {
	const proxied = podOf('rs1', 'a', {containers: [container({name: 'istio-proxy'}), container({name: 'web'})]});
	const waits = podOf('rs1', 'b', {phase: 'Pending', containers: [starting()]});
	const ends = podOf('rs1', 'c', {deletedAt: NOON});
	expect(named(servicesOf([deployment(), rs1, proxied, waits, ends]))).toEqual(['api-rs1-a/web']);
});

test('of very many services each has one log before any has a second, and there is an end', () => {
	const rows = Array.from({length: 200}, (_, index) => {
		const set = replicaset({name: `s${index}-rs1`, uid: `rs${index}`});
		const workload = deployment({name: `s${index}`, uid: `d${index}`});
		const pods = ['a', 'b'].map(letter =>
			pod({name: `s${index}-${letter}`, uid: `${index}${letter}`, owner: ownerOf(set)}),
		);
		return [workload, {...set, owner: ownerOf(workload)}, ...pods];
	}).flat();
	const all = named(servicesOf(rows));
	expect(all).toHaveLength(160);
	expect(all.every(name => name.includes('-a/'))).toBe(true);
});
