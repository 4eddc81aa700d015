import {afterEach, describe, expect, test} from 'vitest';
import type {Sim} from '../../src/sim/contract.ts';
import {drive, type Drive} from '../support/drive.ts';

let open: Drive | undefined;
afterEach(async () => {
	await open?.stop();
	open = undefined;
});

/** The sentence that stands where there are no rows, however many lines it takes. */
const sentence = ({text}: Drive): string => {
	const lines = text().slice(1);
	const end = lines.findIndex((line, index) => index > 1 && line === '');
	return lines
		.slice(0, end)
		.map(line => line.trim())
		.join(' ')
		.trim();
};

const start = async (options: Partial<Parameters<typeof drive>[0]> = {}): Promise<Drive> => {
	open = await drive({scenario: 'calm', rows: 20, ...options});
	return open;
};

const WORKLOADS = ['deployments', 'statefulsets', 'daemonsets'];
const forbidAll = (sim: Sim): void => {
	for (const kind of WORKLOADS) sim.faults.forbid('*', kind);
};

test.each([200, 80, 40, 30])('the sentence of an empty pane is read whole at %i columns', async columns => {
	const app = await start({columns, namespace: '', before: forbidAll});
	expect(sentence(app)).toBe('no right to list deployments: try -n NAMESPACE, or :ns NAME');
});

describe('that there is nothing is said only of what was listed', () => {
	test.each([
		['a server in trouble', {status: 500}, /^nothing was listed yet: Internal error occurred: etcdserver: .*$/],
		[
			'a login that has ended',
			{status: 401},
			/^nothing was listed yet: \S+ does not accept the login \(401\): log in again\.$/,
		],
		[
			'a page for people',
			{status: 200, headers: {'Content-Type': 'text/html'}, body: '<html>Log in</html>'},
			/^nothing was listed yet: \S+ is not a Kubernetes API server: it answered with HTML \(200\)\.$/,
		],
	])('%s', async (_name, answer, words) => {
		const app = await start({before: sim => sim.faults.answer({path: '/', times: Infinity, ...answer})});
		expect(sentence(app)).toMatch(words);
		expect(app.text().join('\n')).not.toMatch(/no (Deployment|restarts)/);
		app.type(':po\r');
		await app.settle();
		expect(sentence(app)).toMatch(words);
	});

	test('one kind of workload is missing, and the others are empty', async () => {
		const app = await start({namespace: 'default', before: sim => sim.faults.forbid('*', 'daemonsets')});
		expect(sentence(app)).toBe('no right to list daemonsets in default');
	});

	test('all were listed', async () => {
		const app = await start({namespace: 'default'});
		expect(sentence(app)).toBe('no Deployment, StatefulSet or DaemonSet in default: 0 shows all namespaces');
		app.type(':po\r');
		await app.settle();
		expect(sentence(app)).toBe('no pods in default: 0 shows all namespaces');
	});
});

describe('a namespace that there is not', () => {
	test('is named, with the one that was probably meant', async () => {
		const app = await start({namespace: 'shpo'});
		expect(sentence(app)).toBe('there is no namespace shpo: did you mean shop?');
		app.type(':po\r');
		await app.settle();
		expect(sentence(app)).toBe('there is no namespace shpo: did you mean shop?');
	});

	test('is taken for an empty one where namespaces may not be listed', async () => {
		const app = await start({namespace: 'nope', before: sim => sim.faults.forbid('*', 'namespaces')});
		expect(sentence(app)).toMatch(/^no Deployment, StatefulSet or DaemonSet in nope/);
	});
});
