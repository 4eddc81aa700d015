import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {buildIfStale} from '../../.build/fresh.ts';
import {root} from '../../.build/root.ts';
import {findKit} from '../support/kit.ts';
import {openProgram, type Program} from '../support/pty.ts';
import {type RealCluster, startCluster} from '../support/with-cluster.ts';

/** Objects as a real API server has them, in the built program: what `d` and `y` show of them, and what they never show. */
const kit = findKit();

if ('skipped' in kit) test.skip(kit.skipped, () => undefined);
else {
	describe('objects of a real API server', () => {
		let cluster: RealCluster;
		beforeAll(async () => {
			await buildIfStale(root, () => undefined);
			cluster = startCluster(kit);
			// Applied, so that each object holds itself once more in an annotation.
			cluster.kubectl('apply', '-f', cluster.sample('shop.yaml'));
			cluster.kubectl('-n', 'shop', 'rollout', 'status', 'deployment/api', '--timeout=90s');
		});
		afterAll(() => cluster.stop());

		/** Opens the list and the first row that matches. */
		const open = async (list: string, row: string, args: readonly string[] = []): Promise<Program> => {
			const program = openProgram({args: ['--kubeconfig', cluster.kubeconfig, '-n', 'shop', ...args]});
			await program.until(/api +✔ +3\/3/);
			program.press(`:${list}\r`);
			await program.until(new RegExp(row));
			program.press(`/${row}\r`);
			await program.until(new RegExp(`▸${row}`));
			return program;
		};
		const leave = async (program: Program): Promise<void> => {
			program.press('\u0003');
			expect((await program.exit).code).toBe(0);
		};
		/** Goes down to the end of a text, a page at a time, and back. */
		const readAll = async (program: Program): Promise<void> => {
			program.press('GGggw');
			await program.until(/apiVersion|STATUS/);
		};

		test('a pod is told from its state to who changed it, and shown as YAML', async () => {
			const program = await open('po', 'api');
			program.press('d');
			await program.until(/STATUS +Running · 1\/1 ready · Deployment api, rev 1 · on kit-node-\d/);
			await program.until(/CONTAINER api +running for \d+s/);
			await program.until(/start GET :8000\/healthz every 2s, killed when not up after 30 misses = 60s/);
			await program.until(/DATABASE_URL url of Secret api-db/);
			program.press('G');
			await program.until(/CHANGED +[\s\S]+kube-controller-manager: [\s\S]+created/);
			program.press('y');
			await program.until(/apiVersion: v1\n kind: Pod/);
			program.press('/phase: \r');
			const found = await program.until(/yaml +\S+ of \d+ +\/phase: +1 of 1[\s\S]+▸ +phase: Running/);
			expect(found).toHaveLength(40);
			await leave(program);
		});

		test('a Deployment is told with its pods and its news, and saved as the YAML that it is', async () => {
			const program = await open('dp', 'api');
			program.press('d');
			await program.until(/STATUS +3 of 3 ready · 3 available/);
			await program.until(/REVISIONS +rev 1 +api:\S+ · 3 of 3 pods ready/);
			await program.until(/ScalingReplicaSet/);
			program.press('y');
			await program.until(/managedFields: … \d+ lines/);
			program.press('\u0013');
			await program.until(/saved to \S+\.yaml/);
			const [name = ''] = readdirSync(program.home).filter(file => file.endsWith('.yaml'));
			const saved = join(program.home, name);
			expect(statSync(saved).mode & 0o777).toBe(0o600);
			const real = JSON.parse(
				cluster.kubectl('-n', 'shop', 'get', 'deployment', 'api', '-o', 'json', '--show-managed-fields'),
			);
			expect(parse(readFileSync(saved, 'utf8'))).toEqual(real);
			cluster.kubectl('-n', 'shop', 'annotate', 'deployment', 'api', 'example.com/live=yes');
			program.press('g');
			await program.until(/example.com\/live: "yes"/);
			await leave(program);
		});

		test('no value of a Secret comes to the screen, the clipboard or a file', async () => {
			const program = await open('sec', 'api-db');
			program.press('d');
			await program.until(/KEYS +password +19 bytes/);
			await program.until(/USED BY +Deployment api +DATABASE_URL/);
			program.press('C\u0013');
			await program.until(/saved to/);
			program.press('y');
			await program.until(/password: # 19 bytes, not shown/);
			await readAll(program);
			program.press('/last-applied\r\r');
			await program.until(/last-applied-configuration: # \d+ bytes, not shown/);
			program.press('C\u0013');
			await program.until(/saved to \S+\.yaml/);
			const copied = [...program.sent.matchAll(/\u001B\]52;c;([^\u0007]*)\u0007/g)].map(([, text = '']) =>
				Buffer.from(text, 'base64').toString(),
			);
			expect(copied).toHaveLength(2);
			const files = readdirSync(program.home).filter(file => file.startsWith('dogwatch-'));
			expect(files).toHaveLength(2);
			const everything = [
				program.sent,
				...copied,
				...files.map(file => readFileSync(join(program.home, file), 'utf8')),
			].join('\n');
			const {data} = JSON.parse(cluster.kubectl('-n', 'shop', 'get', 'secret', 'api-db', '-o', 'json')) as {
				data: Readonly<Record<string, string>>;
			};
			const values = Object.values(data).flatMap(encoded => [encoded, Buffer.from(encoded, 'base64').toString()]);
			expect(values.filter(value => everything.includes(value))).toEqual([]);
			expect(everything).not.toContain('not-a-real-password');
			await leave(program);
		});

		test('a viewer reads what may be read, and is told the right that is missing', async () => {
			const program = openProgram({args: ['--kubeconfig', cluster.viewerKubeconfig, '-n', 'shop']});
			await program.until(/api +✔ +3\/3/);
			program.press('d');
			await program.until(/STATUS +3 of 3 ready/);
			program.press('/Secret\r');
			await program.until(/DATABASE_URL url of Secret api-db/);
			expect(program.text().join('\n')).not.toMatch(/there is none/);
			await leave(program);
		});
	});
}
