import {describe, expect, test} from 'vitest';
import type {DatabaseState} from '../../../src/services/database/state.ts';
import {width as widthOf} from '../../../src/terminal/width.ts';
import {allowanceWords} from '../../../src/ui/database/allowance-words.ts';
import {headLines} from '../../../src/ui/database/head-lines.ts';
import {blockedWords, poolerWords} from '../../../src/ui/database/reading-words.ts';
import {sparkline} from '../../../src/ui/database/sparkline.ts';
import {NO_WHAT_IF} from '../../../src/ui/database/what-if.ts';
import {GLYPHS} from '../../../src/ui/theme/glyphs.ts';
import {createTheme} from '../../../src/ui/theme/theme.ts';
import {allowance, busyDatabase, database, share, sourced, user} from '../../support/databases.ts';

const theme = createTheme({colors: false});
const told = (state: DatabaseState, height: number, width: number): readonly string[] =>
	headLines(state, NO_WHAT_IF, height, {width, theme}).map(line => line.map(({text}) => text).join(''));

describe('what stands above the services of a server', () => {
	test.each([
		[7, 57],
		[11, 77],
		[19, 117],
		[24, 197],
		[1, 40],
		[0, 40],
	])('has at most %i lines of %i cells', (height, width) => {
		const lines = told(busyDatabase(), height, width);
		expect(lines.length).toBeLessThanOrEqual(height);
		for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
	});

	test('keeps the bars and the numbers that are tried where there is little room', () => {
		expect(told(busyDatabase(), 7, 57).map(line => line.slice(0, 9).trim())).toEqual([
			...['max 100 −', 'measured:', 'now', 'HPA max 1', '+ surge 1', 'what if a', 'nothing i'],
		]);
	});

	test('says all that an exporter says where there is room', () => {
		expect(told(busyDatabase(), 24, 197).slice(-4, -1)).toEqual([
			'connections idle 60 · active 22 · idle in transaction 5 · measured: postgres_exporter',
			'held by api 75 · unnamed 8 · worker 4 · measured: postgres_exporter',
			'longest transaction 4m12s · 3 wait for a lock · measured: postgres_exporter',
		]);
	});

	test('says why nothing is measured', () => {
		const because = 'no right to get pods/proxy in shop';
		expect(told(database([user(share())], {because}), 19, 117)).toContain(`in use is not known: ${because}`);
	});
});

describe('what a server allows', () => {
	const words = (allowed: typeof allowance | undefined): readonly string[] => {
		const {sum, sources} = allowanceWords(database([user(share())], {allowance: allowed}));
		return [sum, sources];
	};

	test('of one source that is named once, of several each', () => {
		expect(words(allowance)).toEqual([
			'max 100 − 3 reserved − 0 others = 97 usable',
			'measured: postgres_exporter',
		]);
		const assumed = sourced(3, 'assumed', "PostgreSQL's default");
		expect(words({...allowance, reserved: assumed, others: undefined})).toEqual([
			'max 100 − ~3 reserved = 97 usable',
			"max measured: postgres_exporter · reserved assumed: PostgreSQL's default · what others take is not known",
		]);
	});

	test('nothing tells', () => {
		expect(words(undefined)[0]).toBe('what postgres:5432 allows is not known');
	});
});

test('a pooler: its clients against its connections to the server', () => {
	const pool = {
		...{database: 'shop', user: 'app', clientsActive: 30, clientsWaiting: 12, longestWaitMs: 2100},
		...{serversActive: 30, serversIdle: 0, size: 30},
	};
	expect(poolerWords({software: 'PgBouncer', maxClients: 1000, pools: [pool]})).toBe(
		'PgBouncer 42 of 1000 clients · 12 wait, the first for 2.1s · 30 of 30 server connections taken · measured: PgBouncer',
	);
	expect(poolerWords({software: 'PgBouncer', maxClients: undefined, pools: []})).toBe(
		'PgBouncer 0 of ? clients · none waits · 0 of 0 server connections taken · measured: PgBouncer',
	);
});

describe('a sparkline', () => {
	const {heights} = GLYPHS;

	test('reaches its full height at what the server allows, and keeps each peak', () => {
		expect(sparkline([0, 1, 50, 100], 4, 100, heights)).toBe('▁▂▅█');
		expect(sparkline([0, 90, 0, 0], 2, 90, heights)).toBe('█▁');
		expect(sparkline([1, 200], 2, 100, heights)).toBe('▂█');
	});

	test('is blank where nothing was measured', () => {
		expect(sparkline([undefined, 5], 2, 5, heights)).toBe(' █');
		expect(sparkline([], 10, 5, heights)).toBe('');
		expect(sparkline([1, 2], -3, 5, heights)).toBe('');
	});
});

test('who waits for whom, as far as it may be seen', () => {
	const {reading} = busyDatabase();
	if (reading === undefined) throw new Error('there is no reading');
	const hidden = {application: '', state: '', ageMs: undefined};
	const blocked = [
		{pid: 4, application: 'api', state: 'active', ageMs: 72_000, blockedBy: [3]},
		{pid: 5, ...hidden, blockedBy: [4, 9, 0]},
		{pid: 6, ...hidden, blockedBy: [0]},
	];
	const blocking = [{pid: 3, application: 'psql', state: 'idle in transaction', ageMs: 252_000}];
	expect(blockedWords({...reading, blocked, blocking})).toEqual([
		'pid 4 of api waits 1m12s for pid 3 of psql, idle in transaction for 4m12s',
		'pid 5 waits for pid 4 of api, active for 1m12s and pid 9 and 1 more',
		'pid 6 waits for a prepared transaction',
	]);
	expect(blockedWords(reading)).toEqual([]);
});

test('why something is not known that was asked for, once', () => {
	const remarks = ['--db: db:5432 refuses connections', '--read-secrets: no right to get secrets in shop'];
	expect(told({...busyDatabase(), remarks}, 24, 197)).toEqual(expect.arrayContaining(remarks));
	const lines = told({...database([]), remarks, because: remarks[0] ?? ''}, 24, 197);
	expect(lines.filter(line => line.includes('refuses'))).toEqual([`in use is not known: ${remarks[0]}`]);
});
