import {describe, expect, test} from 'vitest';
import {fakeLogs} from '../support/fake-logs.ts';
import {logRecord, logSource, request, streamOf, traceback} from '../support/log-records.ts';
import {screen, start} from '../support/texts.ts';

const NEW = logSource('api-7f9c5d-x2xkq');
const OLD = logSource('api-66b8f7-9kq2d', {revision: 'rev 41'});
const RAISED = ['Traceback (most recent call last):', '  File "a.py", line 3', 'TimeoutError: QueuePool limit'];

const LINES = [
	logRecord(1, 'GET /items/7 500', {
		source: NEW,
		level: 'error',
		request: request({status: 500, durationMs: 30_000}),
		message: 'QueuePool limit of size 5 overflow 10 reached',
	}),
	...traceback(2, RAISED, {source: NEW}),
	logRecord(10, 'GET /orders 200', {source: OLD, level: 'info', request: request({path: '/orders'}), message: ''}),
	logRecord(11, 'Application startup complete.', {source: NEW, level: 'info'}),
];
const numbered = (count: number, from: number): ReturnType<typeof logRecord>[] =>
	Array.from({length: count}, (_, index) => logRecord(from + index, `line ${from + index}`, {source: NEW}));

describe('l opens the logs', () => {
	test('of a service, a pod, a container, a Service, a namespace; of what is marked; and says where there are none', async () => {
		const app = await start();
		const logs = fakeLogs(app, LINES);
		const last = (): unknown => logs.asked.at(-1);
		app.press('l');
		expect(app.text()[0]).toMatch(/api logs/);
		expect(last()).toMatchObject({of: [{kind: 'deployment', name: 'api'}], previous: false, range: {title: '5m'}});
		app.press('esc', 'p');
		expect(app.text()[0]).toMatch(/api previous logs/);
		expect(last()).toMatchObject({of: [{name: 'api'}], previous: true});
		app.press('esc');
		expect(last()).toBeUndefined();
		for (const [list, kind] of [
			['po', 'pod'],
			['svc', 'service'],
			['ns', 'namespace'],
			['rs', 'replicaset'],
		] as const) {
			app.type(`:${list}\r`);
			await app.settle();
			app.press('l');
			expect(last()).toMatchObject({of: [{kind}], container: undefined});
			app.press('esc', 'esc');
		}
		app.type(':po\r');
		await app.settle();
		app.press('enter', 'p');
		expect(last()).toMatchObject({of: [{kind: 'pod'}], container: 'api', previous: true});
		app.press('esc', 'enter');
		expect(last()).toMatchObject({of: [{kind: 'pod'}], container: 'api', previous: false});
		app.press('esc', 'esc', 'g', 'space', 'j', 'j', 'ctrl+space', 'l');
		expect(last()).toMatchObject({of: [{kind: 'pod'}, {kind: 'pod'}, {kind: 'pod'}], container: undefined});
		expect(app.text()[0]).toMatch(/ and 2 more logs/);
		app.press('esc', 'ctrl+\\', 'l');
		expect(last()).toMatchObject({of: [{kind: 'pod'}]});
		app.type(':no\r');
		await app.settle();
		app.press('l');
		expect(app.text().at(-1)).toMatch(/Node \S+ has no logs/);
	});

	test('and reads on while one looks at something from there, with the reader where he was', async () => {
		const app = await start('bad-rollout', {rows: 15});
		const logs = fakeLogs(app, [...LINES, ...numbered(50, 20)]);
		app.press('l', 'g', 'j');
		app.press('enter');
		expect(screen(app)).toMatch(/line of api-7f9c5d-x2xkq/);
		expect(screen(app)).toMatch(/level +error[\s\S]+Traceback[\s\S]+TimeoutError: QueuePool limit/);
		logs.come(numbered(7, 100));
		app.press('esc');
		expect(screen(app)).toMatch(/▸\S+ +x2xkq 42 +ERROR +▸ TimeoutError: QueuePool limit {2}\(3 lines\)/);
		expect(screen(app)).toMatch(/paused · \+7 new/);
		app.press('d', 'esc', '?', 'esc');
		expect(logs.asked).toHaveLength(1);
		app.press('esc');
		expect(logs.asked).toEqual([expect.anything(), undefined]);
	});
});

test('a pod that joins is called as short as the others, and one that is gone is counted', async () => {
	const app = await start('calm');
	app.press('l');
	await app.settle();
	app.sim.patch('deployments', 'shop', 'api', {spec: {template: {metadata: {labels: {release: 'next'}}}}});
	await app.advance(90_000);
	const [title = '', ...lines] = app.text().slice(1, -2);
	expect(title).toMatch(/3 gone/);
	expect(lines.filter(line => /^[ ▸][\d:.]+ +\w{5} +\d+ /.test(line)).length).toBeGreaterThan(20);
	expect(lines.filter(line => line.includes(' api-'))).toEqual([]);
});

describe('where logs are read', () => {
	test('a filter works while it is typed; esc takes it away before the page', async () => {
		const app = await start();
		const logs = fakeLogs(app, LINES);
		app.press('l', '/');
		app.type('level>=loud');
		expect(app.text().at(-1)).toMatch(/`loud` is no level/);
		app.press('esc', '/');
		app.type('queuepool');
		expect(screen(app)).toMatch(/\/queuepool {3}1 of 6 lines/);
		logs.come([logRecord(30, 'another queuepool', {source: NEW}), logRecord(31, 'and more', {source: NEW})]);
		expect(screen(app)).toMatch(/\/queuepool {3}2 of 8 lines/);
		app.press('enter', 'N');
		expect(screen(app)).toMatch(/▸\S+ +x2xkq 42 +ERROR/);
		app.press('N');
		expect(app.text().at(-1)).toMatch(/no match above/);
		app.press('x');
		expect(app.text().at(-1)).toMatch(/2 lines around each match/);
		app.press('esc');
		expect(screen(app)).toMatch(/8 lines/);
		app.press('n');
		expect(app.text().at(-1)).toMatch(/nothing is filtered/);
		app.press('esc');
		expect(app.text()[0]).not.toMatch(/logs/);
	});

	test('of a long log the end is filtered at once, and the rest when the keys have had their turn', async () => {
		const app = await start();
		fakeLogs(app, numbered(30_000, 0));
		app.press('l', '/');
		app.type('7');
		expect(screen(app)).toMatch(/\/7 {3}≥[\d,]+ of 30,000 lines/);
		expect(screen(app)).toMatch(/▸\S+ +line 29997/);
		await app.settle();
		expect(screen(app)).toMatch(/\/7 {3}10,317 of 30,000 lines/);
	});

	test('digits are ranges there and namespaces elsewhere', async () => {
		const app = await start();
		const logs = fakeLogs(app, [...LINES, ...numbered(100, 20)]);
		app.press('l');
		for (const [key, title] of [
			['2', '1m'],
			['6', '1h'],
			['0', 'last 100'],
		] as const) {
			app.press(key);
			expect(logs.asked.at(-1)).toMatchObject({range: {key, title}});
			expect(screen(app)).toMatch(`range ${title}`);
			expect(screen(app)).toMatch(/following/);
		}
		app.press('1');
		expect(screen(app)).toMatch(/▸\S+ +x2xkq 42 +ERROR +GET \/items\/7/);
		expect(screen(app)).toMatch(/paused/);
		app.press('p');
		expect(logs.asked.at(-1)).toMatchObject({range: {key: '1'}, previous: true});
		app.press('a');
		expect(logs.asked.at(-1)).toMatchObject({container: 'app'});
		app.press('a');
		expect(logs.asked.at(-1)).toMatchObject({container: undefined});
		expect(new Set(logs.asked).size).toBe(logs.asked.length);
		app.press('esc', '0');
		expect(app.text()[0]).toMatch(/all namespaces/);
	});

	test('lines are copied, and saved: what the filter lets through, or everything', async () => {
		const app = await start();
		fakeLogs(app, LINES);
		app.press('l', '/');
		app.type('queuepool');
		app.press('enter', 'c');
		expect(app.copied).toBe(RAISED.join('\n'));
		app.press('ctrl+s');
		await app.settle();
		const name = 'dogwatch-shop-api-logs-20261124-120100.log';
		expect(app.text().at(-1)).toMatch(`saved to /home/somebody/${name}`);
		expect(app.saved.get(name)?.split('\n')).toHaveLength(4);
		app.press('S');
		await app.settle();
		expect(app.saved.get(name)).toMatch(
			/^2026-11-24T12:00:00.001Z shop\/api-7f9c5d-x2xkq\/app GET \/items\/7 500\n/,
		);
		expect(app.saved.get(name)?.split('\n')).toHaveLength(7);
	});

	test('what keeps lines from coming is said', async () => {
		const app = await start();
		const logs = fakeLogs(app);
		app.press('l');
		expect(screen(app)).toMatch(/api has no pods whose logs could be read/);
		logs.streams([streamOf(NEW, {state: {phase: 'forbidden', permission: 'get pods/log in shop'}})]);
		expect(screen(app)).toMatch(/1 pod {3}0 lines {3}following {3}! no right to get pods\/log in shop/);
	});

	test('a flood is read on a screen of any size', async () => {
		const app = await start();
		const logs = fakeLogs(app, LINES);
		app.press('l');
		for (const [columns, rows] of [
			[200, 50],
			[60, 15],
			[40, 8],
			[30, 3],
			[12, 4],
			[1, 1],
		] as const) {
			app.resize(columns, rows);
			for (const key of ['w', 's', 'ctrl+b', 'J', 't', 'G', 'f', 'm', 'k', 'x']) {
				app.press(key);
				logs.come(numbered(500, logs.book.lines.length + 20));
				expect(app.text()).toHaveLength(rows);
			}
		}
		expect(logs.book.lines).toHaveLength(30_006);
		app.resize(120, 40);
		app.press('f', 'C');
		expect(screen(app)).toMatch(/cleared: what comes from now on/);
	});
});
