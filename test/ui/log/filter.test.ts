import {describe, expect, test} from 'vitest';
import type {LogRecord} from '../../../src/model/log.ts';
import type {LogFormat} from '../../../src/telemetry/contract.ts';
import {isMatch, literally, parseLogFilter} from '../../../src/ui/log/filter.ts';
import {logRecord, logSource, request} from '../../support/log-records.ts';

const FORMAT: LogFormat = {
	id: 'json',
	title: 'JSON',
	rank: 1,
	parse: () => undefined,
	fields: text => Object.entries(JSON.parse(text) as Record<string, string>),
};
const parse = (text: string): ReturnType<typeof parseLogFilter> =>
	parseLogFilter(text, id => (id === 'json' ? FORMAT : undefined));

const passes = (typed: string, record: LogRecord): boolean => {
	const {meets, pattern, inverse} = parse(typed);
	return meets(record) && (pattern === undefined || isMatch(pattern, record.text) !== inverse);
};

const plain = logRecord(1, 'Pool timed out after 30s, DB_POOL=5 a>b');
const failed = logRecord(2, 'GET /items/7 500', {
	level: 'error',
	request: request({status: 500, durationMs: 1200, path: '/items/7'}),
	source: logSource('api-7f9c5d-x2xkq', {revision: 'rev 42', container: 'app'}),
});
const json = logRecord(3, '{"user":"Ada","took_ms":"31","__proto__x":"y"}', {format: 'json', level: 'debug'});

test.each<readonly [typed: string, plain: boolean, failed: boolean, json: boolean]>([
	['', true, true, true],
	['timed out', true, false, false],
	['TIMED   ', true, false, false],
	['timed (out|off) after \\d+s', true, false, false],
	['!timed out', false, true, true],
	['! timed out', false, true, true],
	['!', true, true, true],
	['level>=warn', false, true, false],
	['level≥warn', false, true, false],
	['level=ERROR', false, true, false],
	['level<info', false, false, true],
	['level!=error', true, false, true],
	['level>=critical', false, false, false],
	['status=500', false, true, false],
	['status>=500', false, true, false],
	['status=5xx', false, true, false],
	['status<500', false, false, false],
	['status!=500', true, false, true],
	['method=get', false, true, false],
	['path=/items/7', false, true, false],
	['path=/items', false, false, false],
	['pod=x2xkq', true, true, true],
	['pod=9kq2d', false, false, false],
	['rev=42 container=app', true, true, true],
	['rev=41', false, false, false],
	['dur>500ms', false, true, false],
	['dur>=1.2s', false, true, false],
	['dur<1s', false, false, false],
	['took>2', false, true, false],
	['user=ada', false, false, true],
	['user!=ada', true, true, false],
	['took_ms>30', false, false, true],
	['took_ms>31', false, false, false],
	// What nobody can take apart may say it itself.
	['db_pool=5', true, false, false],
	['level>=error items status=500', false, true, false],
	['level>=error orders status=500', false, false, false],
	// No conditions.
	['a>b', true, false, false],
	['DB_POOL=[0-9]', true, false, false],
	['constructor=1 __proto__=1 toString>1', false, false, false],
])('`%s`', (typed, ...expected) => {
	expect([plain, failed, json].map(record => passes(typed, record))).toEqual(expected);
});

test('conditions that say nothing are told, and the rest holds', () => {
	expect(parse('level>=loud items').problem).toBe('`loud` is no level: trace, debug, info, warn, error, fatal');
	expect(parse('dur>fast').problem).toBe('`fast` is no duration: write it like 500ms or 1.5s');
	expect(passes('level>=loud items', failed)).toBe(true);
	expect(parse('(').problem).toMatch(/searched literally: unterminated group/);
	expect(parse('level=error').problem).toBeUndefined();
});

test('blanks between the words of a pattern count, those around conditions do not', () => {
	expect(parse('timed  out').source).toBe('timed  out');
	expect(parse(' level=warn  timed  out  dur>1s ').source).toBe('timed  out');
	expect(parse(' level=warn  timed  out  dur>1s ').conditions).toBe('level=warn dur>1s');
});

describe('bait', () => {
	const bait = `${'a'.repeat(16_000)}!`;

	test.each(['(a+)+$', '(a|a)*b', '(a*)*b', '(?=(a+))\\1b', '((a+)+)+', 'a.*a.*a.*a.*b', '(.*a){20}'])(
		'%s is searched letter by letter',
		typed => {
			const {problem, pattern} = parse(typed);
			expect(problem).toBe('searched literally: as a regex it could take too long');
			expect(pattern && isMatch(pattern, bait)).toBe(false);
			expect(pattern && isMatch(pattern, `x ${typed} y`)).toBe(true);
		},
	);

	test('what looks only at the beginning of a line says so', () => {
		expect(parse('a.*b.*c').problem).toMatch(/^searched in the first 3\d\d characters of a line$/);
		expect(parse('a.*b').problem).toBeUndefined();
	});

	test('a filter that is no longer than a person types is read in no time', () => {
		expect(parse('x='.repeat(100_000)).text).toHaveLength(500);
		expect(parse(`${'a'.repeat(250)} ${'='.repeat(249)}`).conditions).toBe('');
	});
});

test('a pattern can be searched letter by letter afterwards', () => {
	const filter = literally(parse('level=error it.ms'));
	expect([filter.plain, filter.conditions, filter.problem]).toEqual([
		'it.ms',
		'level=error',
		'searched literally: as a regex it takes too long on these lines',
	]);
	expect(filter.pattern && isMatch(filter.pattern, 'items')).toBe(false);
	expect(filter.rangesIn('xx IT.MS')).toEqual([[3, 8]]);
});
