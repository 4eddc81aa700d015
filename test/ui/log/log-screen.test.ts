import {describe, expect, test} from 'vitest';
import type {LogRecord} from '../../../src/model/log.ts';
import {BOLD, DIM, UNDERLINE} from '../../../src/terminal/line.ts';
import {width as cellsOf} from '../../../src/terminal/width.ts';
import {logRecord, logSource, request, streamOf, traceback} from '../../support/log-records.ts';
import {logTry} from './log-screens.ts';

const NEW = logSource('api-7f9c5d8b4f-x2xkq');
const OLD = logSource('api-66b8f7c9d5-9kq2d', {revision: 'rev 41'});
const RAISED = [
	'Traceback (most recent call last):',
	'  File "a.py", line 3',
	'sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached',
];

const LINES: readonly LogRecord[] = [
	logRecord(1, 'INFO: "GET /items/7?page=2" 500', {
		source: NEW,
		level: 'error',
		request: request({path: '/items/7?page=2', status: 500, durationMs: 30_000}),
		message: 'QueuePool limit of size 5 overflow 10 reached',
	}),
	...traceback(2, RAISED, {source: NEW}),
	logRecord(882, 'INFO: "GET /orders" 200', {
		source: OLD,
		level: 'info',
		request: request({path: '/orders', durationMs: 182}),
		message: '',
	}),
	logRecord(1990, 'WARNING: retrying', {source: OLD, level: 'warn', message: 'retrying'}),
];

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

describe('what is found is marked', () => {
	const styleOf = (lines: ReturnType<ReturnType<typeof logTry>['lines']>, text: string): number | undefined =>
		lines.flat().find(span => span.text === text)?.style?.flags;

	test('in the words, the path and the headline', () => {
		const {filter, lines, text} = logTry(LINES);
		filter('queuepool');
		expect(text(120, 9)[0]).toBe(' 2 pods  rev 42:1 41:1   /queuepool   1 of 6 lines   following');
		expect(styleOf(lines(120, 9), 'QueuePool')).toBe(BOLD | UNDERLINE);
		filter('orders');
		expect(styleOf(lines(120, 9), 'orders')).toBe(BOLD | UNDERLINE);
	});

	test('and what stands around it is dim', () => {
		const {screen, filter, lines, text} = logTry(LINES);
		filter('retrying');
		expect(text(120, 9).slice(1, 3)).toEqual([expect.stringMatching(/retrying/), '']);
		expect(screen.nextContext()).toBe(2);
		expect(text(120, 9)[1]).toMatch(/TimeoutError/);
		expect((styleOf(lines(120, 9), 'INFO') ?? 0) & DIM).toBe(DIM);
		expect(styleOf(lines(120, 9), 'WARN')).toBeUndefined();
		screen.nextContext();
		screen.nextContext();
		filter('items|retrying|timeouterror');
		expect(screen.record?.message).toBe('retrying');
		expect([screen.seekOn(-1), screen.record?.seq]).toEqual([true, 2]);
		expect([screen.seekOn(-1), screen.record?.seq]).toEqual([true, 1]);
		expect([screen.seekOn(-1), screen.record?.seq]).toEqual([false, 1]);
		expect([screen.seekOn(1), screen.record?.seq]).toEqual([true, 2]);
	});

	test('nothing says so', () => {
		const {filter, text} = logTry(LINES);
		filter('no such thing');
		expect(text(120, 9).slice(0, 2)).toEqual([
			' 2 pods  rev 42:1 41:1   /no such thing   0 of 6 lines   following',
			'  nothing matches /no such thing (6 lines hidden: esc shows them)',
		]);
	});
});

test('who stands still is told how many lines came, and how many of them match', () => {
	const {screen, come, filter, text} = logTry(LINES);
	const last = (): string | undefined => text(120, 9).at(-1);
	expect(last()).toBe(' range 5m');
	screen.toggleFollowing();
	come(
		...Array.from({length: 4000}, (_, index) =>
			logRecord(3000 + index, index % 100 === 0 ? 'needle' : 'hay', {source: NEW}),
		),
	);
	expect([last(), screen.record?.message]).toEqual([' paused · +4,000 new   range 5m', 'retrying']);
	filter('needle');
	come(logRecord(9000, 'needle', {source: NEW}), logRecord(9001, 'hay', {source: NEW}));
	expect(last()).toBe(' paused · +4,002 new, 1 match   range 5m');
	expect(text(120, 9)[0]).toMatch(/ {3}41 of 4,008 lines {3}paused$/);
	screen.move('last');
	expect(last()).toBe(' range 5m');
});

test('lines that were let go are told', () => {
	const {come, text} = logTry(LINES, 6);
	come(...Array.from({length: 12_000}, (_, index) => logRecord(3000 + index, 'more', {source: NEW})));
	expect(text(160, 9)[0]).toBe(' 2 pods  rev 42:1 41:1   6 lines   following   12,000 older lines dropped');
	expect(text(60, 9)[0]).toBe(' 2 pods  rev 42:1 41:1   6 lines   following');
});

test('pods that join have a rule, and lines of those that are gone are dim', () => {
	const {come, streams, text, lines} = logTry(LINES);
	const third = logSource('api-7f9c5d8b4f-m88sd');
	come(logRecord(3000, 'Application startup complete.', {source: third, level: 'info'}));
	expect(text(60, 9).at(-4)).toBe(' ─────────────────────────── m88sd started, rev 42 ─────────');
	streams(streamOf(NEW), {...streamOf(OLD), gone: true}, streamOf(third));
	expect(text(60, 9)[0]).toBe(' 2 pods  1 gone   7 lines   following');
	expect(text(60, 10).at(-3)).toMatch(/^▸─+ 9kq2d is gone ─{9}$/);
	const flags =
		lines(60, 10)
			.flat()
			.find(({text: words}) => words === 'retrying')?.style?.flags ?? 0;
	expect(flags & DIM).toBe(DIM);
});

test('a mark stands below what there was, and what is cleared is gone', () => {
	const {screen, come, text} = logTry(LINES);
	screen.mark('mark 12:01:00');
	come(logRecord(3000, 'more', {source: NEW}));
	expect(text(60, 9).slice(-5, -2)).toEqual([
		expect.stringMatching(/retrying/),
		expect.stringMatching(/─ mark 12:01:00 ─/),
		expect.stringMatching(/more/),
	]);
	screen.clear();
	expect(text(60, 9)[1]).toBe('  cleared: what comes from now on is shown here');
	come(logRecord(3001, 'again', {source: NEW}));
	expect(text(60, 9)[1]).toMatch(/again/);
});

test('only the lines', () => {
	const {screen, text} = logTry(LINES);
	screen.toggle('full');
	expect(text(120, 4)).toEqual(text(120, 6).slice(0, 4));
	expect(text(120, 4)[0]).toMatch(/GET {2}|GET \/items/);
});

test('what is copied and saved is what was written', () => {
	const {screen, filter} = logTry(LINES);
	filter('queuepool');
	expect(screen.line()).toBe(RAISED.join('\n'));
	expect(screen.whole('shown')).toBe(
		RAISED.map((text, index) => `2026-11-24T12:00:00.00${index + 2}Z shop/api-7f9c5d8b4f-x2xkq/app ${text}\n`).join(
			'',
		),
	);
	expect(screen.whole('all').split('\n')).toHaveLength(7);
});

test.each([
	'\u001b[2J\u001b]0;title\u0007\u202e',
	'\u0000\u009b31m\ud800',
	'\r\r\rprogress 10%\rprogress 20%',
	'界'.repeat(300),
	'e\u0301'.repeat(200),
	'\u0300'.repeat(500),
	'{"a":'.repeat(1000),
	'\t'.repeat(400),
	'',
])('hostile text %# keeps to its row', bait => {
	const record = logRecord(1, bait, {
		source: logSource(bait, {container: bait, revision: bait}),
		request: request({method: bait, path: bait, route: bait, status: -1, durationMs: Number.NaN}),
		message: bait,
		at: Number.NaN,
	});
	const folded = traceback(2, [bait, bait], {source: logSource(`${bait}x`)});
	const {screen, filter, lines} = logTry([record, ...folded, logRecord(9, bait)]);
	for (const mode of ['wrap', 'raw', 'wrap', 'full'] as const) {
		for (const [width, height] of [
			[120, 12],
			[40, 5],
			[7, 3],
			[1, 1],
			[0, 0],
		] as const) {
			const painted = lines(width, height);
			expect(painted.length).toBeLessThanOrEqual(height);
			for (const line of painted)
				expect(line.reduce((sum, {text}) => sum + cellsOf(text), 0)).toBeLessThanOrEqual(Math.max(width, 12));
		}
		screen.toggle(mode);
		screen.nextContext();
		filter(mode === 'wrap' ? bait : '');
	}
});

test('a screen asks for no more lines than it shows', () => {
	let asked = 0;
	const lines = Array.from({length: 20_000}, (_, index) => {
		const record = logRecord(index, 'line');
		return Object.defineProperty(record, 'message', {
			get() {
				asked += 1;
				return 'line';
			},
		});
	});
	const {screen, come, text} = logTry(lines);
	asked = 0;
	text(120, 30);
	screen.move('page-up');
	text(120, 30);
	come(...Array.from({length: 1000}, (_, index) => logRecord(20_000 + index, 'more')));
	text(120, 30);
	expect(asked).toBeLessThan(100);
});
