import {afterEach, describe, expect, test} from 'vitest';
import {drive, type Drive} from '../support/drive.ts';
import {expectFrame} from '../support/frames.ts';

let open: Drive | undefined;
afterEach(async () => {
	await open?.stop();
	open = undefined;
});

const SIZES = [
	[200, 50],
	[120, 40],
	[80, 24],
	[60, 15],
	[40, 8],
	[30, 3],
] as const;

/** When each story can be seen. */
const MOMENTS = [
	['calm', 20_000],
	['bad-rollout', 60_000],
	['crash-loop', 60_000],
	['oom', 60_000],
] as const;

describe.each(MOMENTS)('the home screen of %s', (scenario, atMs) => {
	test('tells its story at every size', async () => {
		open = await drive({scenario});
		await open.advance(atMs);
		for (const [columns, rows] of SIZES) {
			open.resize(columns, rows);
			const text = open.text();
			expectFrame(`home/${scenario}-${columns}x${rows}`, text);
			expect(text).toHaveLength(rows);
		}
	});
});

/** Stories of requests: when they can be seen. */
const OF_REQUESTS = [
	['slow-route', 20_000],
	['slow-new-revision', 120_000],
	['errors-after-deploy', 180_000],
	['no-duration', 20_000],
	['health-lies', 20_000],
	['worker-killed', 20_000],
] as const;

describe.each(OF_REQUESTS)('the home screen of %s', (scenario, atMs) => {
	test('tells of its requests', async () => {
		open = await drive({scenario});
		await open.advance(atMs);
		for (const [columns, rows] of [[120, 40] as const, [80, 24] as const]) {
			open.resize(columns, rows);
			expect(open.text()).toHaveLength(rows);
			expectFrame(`requests/${scenario}-${columns}x${rows}`, open.text());
		}
	});
});

describe('requests and logs', () => {
	test.each([
		['the routes', 'slow-new-revision', 'Q', []],
		['a route', 'slow-new-revision', 'Q', ['enter']],
		['how to time requests', 'no-duration', ':timing\r', []],
		['the log of a service', 'errors-after-deploy', 'l', []],
		['the log, filtered', 'errors-after-deploy', 'l/status>=500\r', []],
		['the log, raw and from its beginning', 'errors-after-deploy', 'l1J', []],
		['a line of the log', 'errors-after-deploy', 'l/KeyError\r', ['enter']],
		['the log around a request', 'errors-after-deploy', 'Q/checkout\r', ['enter', 'enter']],
	] as const)('%s', async (name, scenario, keys, more) => {
		open = await drive({scenario});
		await open.advance(scenario === 'no-duration' ? 20_000 : 120_000);
		open.type(keys);
		await open.settle();
		for (const key of more) {
			open.press(key);
			await open.settle();
		}
		for (const [columns, rows] of [[120, 40] as const, [80, 24] as const]) {
			open.resize(columns, rows);
			expect(open.text()).toHaveLength(rows);
			expectFrame(`logs/${name}-${columns}x${rows}`, open.text());
		}
	});
});

describe('the other screens', () => {
	test.each([
		['pods', ':po\r'],
		['nodes', ':no\r'],
		['events', ':ev\r'],
		['deployments', ':dp\r'],
		['help', '?'],
		['completion', ':de'],
		['a command that is none', ':podz\r'],
		['a filter', ':po\r/api'],
	])('%s', async (name, keys) => {
		open = await drive({scenario: 'crash-loop'});
		await open.advance(60_000);
		open.type(keys);
		await open.settle();
		for (const [columns, rows] of [[120, 40] as const, [80, 24] as const]) {
			open.resize(columns, rows);
			expect(open.text()).toHaveLength(rows);
			expectFrame(`screens/${name}-${columns}x${rows}`, open.text());
		}
	});
});
