import {describe, expect, test} from 'vitest';
import {BOLD, DIM, UNDERLINE} from '../../../src/terminal/line.ts';
import {width as cellsOf} from '../../../src/terminal/width.ts';
import {logRecord, logSource, request, streamOf, traceback} from '../../support/log-records.ts';
import {LINES, logTry, NEW, OLD, RAISED} from './log-screens.ts';

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
