import {describe, expect, test} from 'vitest';
import {fakeLogs} from '../support/fake-logs.ts';
import {logRecord, logSource, request, traceback} from '../support/log-records.ts';
import {screen, start} from '../support/texts.ts';

const NEW = logSource('api-7f9c5d-x2xkq');
const OLD = logSource('api-66b8f7-9kq2d', {revision: 'rev 41'});

const LINES = [
	logRecord(1, 'INFO GET /items/7 500', {
		source: NEW,
		level: 'error',
		request: request({status: 500, durationMs: 30_000}),
		message: 'QueuePool limit of size 5 overflow 10 reached',
	}),
	...traceback(
		2,
		['Traceback (most recent call last):', '  File "a.py", line 3', 'sqlalchemy.exc.TimeoutError: QueuePool limit'],
		{source: NEW},
	),
	logRecord(10, 'INFO GET /orders 200', {
		source: OLD,
		level: 'info',
		request: request({path: '/orders', durationMs: 182}),
		message: '',
	}),
	logRecord(11, 'Application startup complete.', {source: NEW, level: 'info'}),
];

describe('logs', () => {
	test('look', async () => {
		const app = await start('bad-rollout', {rows: 20});
		const logs = fakeLogs(app, LINES);
		app.press('l');
		console.log(screen(app));
		app.press('s');
		logs.come([
			logRecord(20, 'one more line', {source: logSource('api-7f9c5d-m88sd')}),
			logRecord(21, 'and another'),
		]);
		console.log(screen(app));
		app.press('/');
		app.type('queuepool');
		console.log(screen(app));
		app.press('enter', 'J', 'w');
		console.log(screen(app));
		app.press('J', 'g', 'j', 'enter');
		console.log(screen(app));
		app.press('esc');
		app.resize(60, 15);
		app.press('x', 'x', 'x', 'm');
		console.log(screen(app));
		expect(logs.asked).toHaveLength(1);
	});
});
