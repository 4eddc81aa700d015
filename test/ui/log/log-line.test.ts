import {expect, test} from 'vitest';
import type {LogFormat} from '../../../src/telemetry/contract.ts';
import {wholeText} from '../../../src/ui/document/document.ts';
import {lineDocument} from '../../../src/ui/panes/log-line/document.ts';
import {createTheme} from '../../../src/ui/theme/theme.ts';
import {logRecord, request, traceback} from '../../support/log-records.ts';

const FORMAT: LogFormat = {
	id: 'logfmt',
	title: 'logfmt',
	rank: 1,
	parse: () => undefined,
	fields: () => [
		['user', 'Ada'],
		['empty', ''],
		['evil', '\u001b[2Jx'],
	],
};

test('a line is told whole: where it is from, its fields, its words', () => {
	const record = logRecord(118, 'user=Ada GET /items', {
		format: 'logfmt',
		level: 'warn',
		request: request({durationMs: 1230}),
	});
	const document = lineDocument({record, folds: []}, () => FORMAT, 3_600_000);
	expect(wholeText(document).split('\n')).toEqual([
		'time       13:00:00.118  2026-11-24T12:00:00.118Z',
		'pod        api-7f9c5d-x2xkq',
		'container  app',
		'revision   rev 42',
		'format     logfmt',
		'level      warn',
		'took       1.23s',
		'',
		'user       Ada',
		'evil       x',
		'',
		'user=Ada GET /items',
		'',
	]);
	const theme = createTheme({colors: true});
	expect(document.copyAt(8)).toBe('Ada');
	expect(document.styledAt(8, theme).map(({text}) => text)).toEqual(['user       ', 'Ada']);
	expect(document.textAt(99)).toBe('');
});

test('a traceback is told with all its lines, as far as anybody reads', () => {
	const [record, ...folds] = traceback(
		1,
		Array.from({length: 6001}, (_, index) => `frame ${index}`),
	);
	if (record === undefined) throw new Error('no traceback');
	const lines = wholeText(lineDocument({record, folds}, () => undefined, 0))
		.trimEnd()
		.split('\n');
	expect(lines.slice(-3)).toEqual(['frame 4999', 'frame 5000', '… 1000 more lines']);
});
