import {describe, expect, test} from 'vitest';
import {logRecord, logSource} from '../../support/log-records.ts';
import {LINES, logTry, RAISED} from './log-screens.ts';

describe('what a line says stands in columns', () => {
	test('200 wide', () => {
		expect(logTry(LINES).text(200, 9)).toMatchInlineSnapshot(`
			[
			  " 2 pods  rev 42:1 41:1   6 lines   following",
			  " 12:00:00.001  x2xkq 42  ERROR  GET /items/7?page=2  500   30.0s  QueuePool limit of size 5 overflow 10 reached",
			  " 12:00:00.002  x2xkq 42  ERROR  ▸ sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached  (3 lines)",
			  " 12:00:00.882  9kq2d 41  INFO   GET /orders          200   182ms",
			  "▸12:00:01.990  9kq2d 41  WARN   retrying",
			  "",
			  "",
			  "",
			  " range 5m",
			]
		`);
	});
	test('120 wide', () => {
		expect(logTry(LINES).text(120, 9)).toMatchInlineSnapshot(`
			[
			  " 2 pods  rev 42:1 41:1   6 lines   following",
			  " 12:00:00.001  x2xkq 42  ERROR  GET /items/7?page=2  500   30.0s  QueuePool limit of size 5 overflow 10 reached",
			  " 12:00:00.002  x2xkq 42  ERROR  ▸ sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached  (3 lines)",
			  " 12:00:00.882  9kq2d 41  INFO   GET /orders          200   182ms",
			  "▸12:00:01.990  9kq2d 41  WARN   retrying",
			  "",
			  "",
			  "",
			  " range 5m",
			]
		`);
	});
	test('80 wide', () => {
		expect(logTry(LINES).text(80, 9)).toMatchInlineSnapshot(`
			[
			  " 2 pods  rev 42:1 41:1   6 lines   following",
			  " 12:00:00.001  x2xkq 42  ERROR  GET /items/7?page=2  500   30.0s  QueuePool lim…",
			  " 12:00:00.002  x2xkq 42  ERROR  ▸ sqlalchemy.exc.TimeoutError: QueuePool limit …",
			  " 12:00:00.882  9kq2d 41  INFO   GET /orders          200   182ms",
			  "▸12:00:01.990  9kq2d 41  WARN   retrying",
			  "",
			  "",
			  "",
			  " range 5m",
			]
		`);
	});
	test('60 wide', () => {
		expect(logTry(LINES).text(60, 9)).toMatchInlineSnapshot(`
			[
			  " 2 pods  rev 42:1 41:1   6 lines   following",
			  " 12:00:00  x2xkq  ERROR  GET /items/7…  500   30.0s  QueueP…",
			  " 12:00:00  x2xkq  ERROR  ▸ sqlalchemy.exc.TimeoutError: Que…",
			  " 12:00:00  9kq2d  INFO   GET /orders    200   182ms",
			  "▸12:00:01  9kq2d  WARN   retrying",
			  "",
			  "",
			  "",
			  " range 5m",
			]
		`);
	});
	test('40 wide, and low', () => {
		expect(logTry(LINES).text(40, 5)).toMatchInlineSnapshot(`
			[
			  " 6 lines   following",
			  " x2xkq  E  GET /ite…  500   30.0s  Queu…",
			  " x2xkq  E  ▸ sqlalchemy.exc.TimeoutErro…",
			  " 9kq2d  I  GET /ord…  200   182ms",
			  "▸9kq2d  W  retrying",
			]
		`);
	});
});

test('columns that say nothing are not there: one pod, one revision, no levels', () => {
	const {text, come} = logTry([logRecord(1, 'hello')]);
	expect(text(80, 9)[1]).toBe('▸12:00:00.001  hello');
	come(logRecord(2, 'there', {source: logSource('api-7f9c5d-x2xkq', {container: 'proxy', key: 'x/proxy'})}));
	expect(text(80, 9).slice(1, 4)).toEqual([
		' 12:00:00.001  app    hello',
		expect.stringMatching(/^ ─+ x2xkq proxy started ─{9}$/),
		'▸12:00:00.002  proxy  there',
	]);
});

test('times are local, UTC, ago, or not there', () => {
	const {screen, text} = logTry([logRecord(1, 'hello')]);
	const first = (): string | undefined => text(80, 3)[0];
	expect(first()).toBe('▸12:00:00.001  hello');
	expect([screen.nextTime(), first()]).toEqual(['utc', '▸12:00:00.001Z  hello']);
	expect([screen.nextTime(), first()]).toEqual(['ago', '▸   59s  hello']);
	expect([screen.nextTime(), first()]).toEqual(['none', '▸hello']);
	expect([screen.nextTime(), first()]).toEqual(['local', '▸12:00:00.001  hello']);
});

test('raw lines are as they were written, tracebacks line by line', () => {
	const {screen, text} = logTry(LINES);
	screen.toggle('raw');
	expect(text(120, 3)).toEqual([
		'        sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached',
		' 9kq2d  INFO: "GET /orders" 200',
		'▸9kq2d  WARNING: retrying',
	]);
	expect(
		text(120, 12)
			.slice(1, 5)
			.map(line => line.slice(8)),
	).toEqual(['INFO: "GET /items/7?page=2" 500', ...RAISED]);
});

test('long lines are cut, or wrapped below their words', () => {
	const {screen, text} = logTry([logRecord(1, `${'word '.repeat(20)}end`), logRecord(2, 'x'.repeat(16_384))]);
	expect(text(40, 3)).toEqual([' word word word word word word word wor…', `▸${'x'.repeat(38)}…`]);
	screen.toggle('wrap');
	screen.move('first');
	expect(text(60, 4)).toEqual([
		' 1 pod   2 lines   paused',
		'▸12:00:00  word word word word word word word word word word',
		'           word word word word word word word word word word',
		'           end',
	]);
});
