import {spawn} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import podExamples from '../../src/kinds/entries/pod/examples.ts';
import podKind from '../../src/kinds/entries/pod/index.ts';
import {createIntern} from '../../src/lib/intern.ts';
import {findKit, type Kit} from '../support/kit.ts';
import {readTable} from '../support/kubectl-table.ts';

const found = findKit();

if ('skipped' in found) test.skip(found.skipped, () => undefined);
else {
	describe('STATUS, READY and RESTARTS are those that the API server prints', () => {
		compareWith(found);
	});
}

function compareWith(kit: Kit): void {
	let folder = '';
	const kubectl = (args: readonly string[], input = ''): Promise<string> =>
		output(kit.kubectl, ['--kubeconfig', join(folder, 'kubeconfig'), ...args], input);

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'dogwatch-pods-'));
		await output(kit.up, ['--dir', folder, '--nodes', '2', '--no-metrics']);
	});

	afterAll(async () => {
		await output(kit.down, [folder]);
		await rm(folder, {recursive: true, force: true});
	});

	/** The pods of one moment, read by us and printed by the server; tries again when one changed in between. */
	async function compared(namespace: readonly string[]): Promise<readonly Printed[]> {
		const list = async () => JSON.parse(await kubectl(['get', 'pods', ...namespace, '-o', 'json'])) as PodList;
		for (let before = await list(); ; before = await list()) {
			const table = await kubectl(['get', 'pods', ...namespace]);
			if (versionsOf(before) !== versionsOf(await list())) continue;
			const printed = readTable(table).map(({NAME = '', STATUS = '', READY = '', RESTARTS = ''}) => ({
				name: NAME,
				status: STATUS,
				ready: READY,
				restarts: RESTARTS.split(' ')[0] ?? '',
			}));
			expect(before.items.map(asPrinted)).toEqual(printed);
			return printed;
		}
	}

	test('for every example of the pod kind', async () => {
		await kubectl(['create', 'namespace', 'examples']);
		await kubectl(['-n', 'examples', 'wait', '--for=create', 'serviceaccount/default', '--timeout=60s']);
		const pods = podExamples.map(({object, row}, index) => ({
			name: `example-${index}`,
			pod: object as Pod,
			status: row?.status,
		}));
		const applied = JSON.stringify({apiVersion: 'v1', kind: 'List', items: pods.map(asApplied)});
		await kubectl(['create', '--validate=false', '-f', '-'], applied);
		await kubectl(['replace', '--subresource=status', '--validate=false', '-f', '-'], applied);
		const deleted = pods.filter(({pod}) => pod.metadata.deletionTimestamp !== undefined).map(({name}) => name);
		await kubectl(['-n', 'examples', 'delete', 'pod', '--wait=false', ...deleted]);

		const printed = new Map((await compared(['-n', 'examples'])).map(({name, status}) => [name, status]));
		expect(printed.size).toBe(pods.length);
		const expected = pods.flatMap(({name, status}) => (status === undefined ? [] : [{name, status}]));
		expect(expected.map(({name}) => ({name, status: printed.get(name)}))).toEqual(expected);
	});

	test('for pods that start, fail, finish and go', async () => {
		const sample = join(dirname(kit.up), 'sample');
		await kubectl(['apply', '-f', join(sample, 'shop.yaml'), '-f', join(sample, 'failures.yaml')]);
		const seen = new Set<string>();
		const moments: readonly (readonly string[])[] = [
			['version'],
			['-n', 'failures', 'wait', 'pod/image', waitingFor('ImagePullBackOff')],
			['-n', 'failures', 'wait', 'pod/config', waitingFor('CreateContainerConfigError')],
			['-n', 'shop', 'wait', 'deploy/api', '--for=condition=Available'],
			['-n', 'failures', 'wait', 'pod/crash', waitingFor('CrashLoopBackOff')],
			['-n', 'failures', 'wait', 'pod/oom', waitingFor('CrashLoopBackOff')],
			['-n', 'failures', 'wait', 'job/job-succeeds', '--for=condition=Complete'],
			['-n', 'failures', 'wait', 'job/job-fails', '--for=condition=Failed'],
			['-n', 'failures', 'delete', 'pod/hang', '--wait=false'],
		];
		for (const moment of moments) {
			await kubectl(moment[2] === 'wait' ? [...moment, '--timeout=60s'] : moment);
			for (const {status} of await compared(['-A'])) seen.add(status);
		}
		expect([...seen]).toEqual(
			expect.arrayContaining([
				'Running',
				'Pending',
				'Completed',
				'Error',
				'Terminating',
				'CrashLoopBackOff',
				'ImagePullBackOff',
				'CreateContainerConfigError',
			]),
		);
	});
}

interface Pod {
	readonly metadata: {
		readonly uid?: string;
		readonly resourceVersion?: string;
		readonly deletionTimestamp?: string;
		readonly labels?: object;
	};
	readonly spec: object;
	readonly status: object;
}

interface PodList {
	readonly items: readonly Pod[];
}

interface Printed {
	readonly name: string;
	readonly status: string;
	readonly ready: string;
	readonly restarts: string;
}

function asPrinted(object: Pod): Printed {
	const row = podKind.project(object, createIntern());
	return {
		name: row.name,
		status: row.status,
		ready: `${row.readyContainers}/${row.totalContainers}`,
		restarts: String(row.restarts),
	};
}

/** On a node that nobody simulates, held by a finalizer when it is to be deleted, without its owner, which is not there. */
function asApplied({pod, name}: {readonly pod: Pod; readonly name: string}): object {
	return {
		apiVersion: 'v1',
		kind: 'Pod',
		metadata: {name, namespace: 'examples', labels: pod.metadata.labels, finalizers: ['dogwatch.test/held']},
		spec: {...pod.spec, nodeName: 'nowhere'},
		status: pod.status,
	};
}

function versionsOf({items}: PodList): string {
	return items.map(({metadata: {uid, resourceVersion}}) => `${uid}:${resourceVersion}`).join(' ');
}

function waitingFor(reason: string): string {
	return `--for=jsonpath={.status.containerStatuses[0].state.waiting.reason}=${reason}`;
}

/** What a program printed; rejects with what it complained of. */
function output(program: string, args: readonly string[], input = ''): Promise<string> {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, {stdio: ['pipe', 'pipe', 'pipe']});
		let [printed, complaint] = ['', ''];
		child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
		child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
		child.on('error', reject);
		child.on('close', code => {
			if (code === 0) resolve(printed);
			else reject(new Error(`${program} ${args.join(' ')}: ${complaint}`));
		});
		child.stdin.end(input);
	});
}
