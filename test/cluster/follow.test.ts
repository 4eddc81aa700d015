import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {buildIfStale} from '../../.build/fresh.ts';
import {root} from '../../.build/root.ts';
import {findKit, type Kit} from '../support/kit.ts';
import {openProgram, type Program} from '../support/pty.ts';
import {type RealCluster, startCluster} from '../support/with-cluster.ts';

const found = findKit();

if ('skipped' in found) test.skip(found.skipped, () => undefined);
else {
	describe('the built program on a real API server', () => {
		follow(found);
	});
}

function follow(kit: Kit): void {
	let cluster: RealCluster;
	beforeAll(async () => {
		await buildIfStale(root, () => undefined);
		cluster = startCluster(kit);
		cluster.kubectl('apply', '-f', cluster.sample('shop.yaml'));
	});
	afterAll(() => cluster.stop());

	const open = (...args: readonly string[]): Program =>
		openProgram({args: ['--kubeconfig', cluster.kubeconfig, ...args]});
	const label = (value: string): string =>
		JSON.stringify({spec: {template: {metadata: {labels: {'kit/fail': value === '' ? null : value}}}}});

	test('a Deployment is applied, rolled out, broken and repaired, and the home screen says so each time', async () => {
		const program = open('-n', 'shop');
		await untilLong(program, /api +✔ +3\/3/);
		cluster.kubectl('apply', '-f', cluster.sample('api-2-good.yaml'));
		await untilLong(program, /api +✔ +3\/3 .* 2 +\d+[ms]/);
		program.press('\r');
		await program.until(/shop › api pods 3/);
		program.press('\u001B');
		await program.until(/SERVICE +STATE/);
		cluster.kubectl('-n', 'shop', 'patch', 'deployment', 'api', '--type=merge', '-p', label('crash'));
		await untilLong(program, /[!✖] *▸?api +new pods exit .* 3 +\d+[ms]/);
		await untilLong(program, /api-\S+ +(?:api +)?exit 1 .*×\d/);
		cluster.kubectl('-n', 'shop', 'patch', 'deployment', 'api', '--type=merge', '-p', label(''));
		await untilLong(program, /api +✔ +3\/3/);
		program.press('\u0003');
		expect((await program.exit).code).toBe(0);
	});

	test('usage is what the metrics server measured', async () => {
		const program = open('-n', 'shop', '-c', 'po');
		// The samples say 60m and 120Mi for each pod of the worker, and the readings are exact.
		await untilLong(program, /worker-\S+ +1\/1 +Running .* 60m +\S+ +120Mi/);
		program.press('\u0003');
		expect((await program.exit).code).toBe(0);
	});

	test('a viewer sees everything that may be read, and what may not is named', async () => {
		const program = openProgram({args: ['--kubeconfig', cluster.viewerKubeconfig, '-n', 'shop']});
		await untilLong(program, /api +✔ +3\/3[\s\S]*worker +✔/);
		await program.until(/^ dogwatch .*● live\n/);
		program.press(':no\r');
		await program.until(/no right to list nodes/);
		program.press(':ev\r');
		await program.until(/events \d+/);
		program.press('\u0003');
		expect((await program.exit).code).toBe(0);
	});
}

/** Controllers, back-offs and readings take their time: a few waits of the screen's patience. */
async function untilLong(program: Program, pattern: RegExp): Promise<void> {
	for (let tries = 1; ; tries++) {
		try {
			await program.until(pattern);
			return;
		} catch (error) {
			if (tries >= 4 || !program.isRunning) throw error;
		}
	}
}
