import {describe, expect, test} from 'vitest';
import {type HomeShape, layoutHome, LOWER_PANES} from '../../../src/ui/home/layout.ts';

const SHAPE: HomeShape = {
	columns: 80,
	rows: 24,
	services: 5,
	troubled: true,
	restarted: true,
	slow: true,
	database: true,
	focus: 'services',
	lower: 'restarts',
	zoomed: false,
};

const SIZES = [
	[200, 50],
	[120, 40],
	[80, 24],
	[60, 15],
	[40, 8],
	[30, 3],
	[20, 1],
] as const;

/** `services 9`: the pane and the rows of its body. */
const heights = (shape: Partial<HomeShape>): readonly string[] =>
	layoutHome({...SHAPE, ...shape}).map(({pane, body}) => `${pane} ${body.height}`);

describe.each(SIZES)('the home screen at %ix%i', (columns, rows) => {
	const shapes = [0, 1, 8, 300].flatMap(services =>
		['services', 'why', 'database', 'timeline'].flatMap(focus =>
			[true, false].flatMap(troubled =>
				[true, false].flatMap(slow =>
					[true, false].map(database => ({
						...SHAPE,
						...{columns, rows, services, focus, troubled, slow, database},
					})),
				),
			),
		),
	);

	test.each(shapes)(
		'$services services, focus on $focus, trouble: $troubled, slow: $slow, database: $database: no row is free, no cell taken twice',
		shape => {
			const footer = rows >= 8 ? 1 : 0;
			const header = rows > 1 ? 1 : 0;
			const rects = layoutHome(shape)
				.flatMap(({title, body}) => [title, body])
				.filter(rect => rect !== undefined);
			const taken = rects.flatMap(({x, y, width, height}) =>
				Array.from(
					{length: width * height},
					(_, cell) => `${y + Math.floor(cell / width)}:${x + (cell % width)}`,
				),
			);
			expect(new Set(taken).size).toBe(taken.length);
			expect(rects.filter(({x, width}) => x < 0 || width <= 0 || x + width > columns)).toEqual([]);
			const covered = new Set(
				rects.flatMap(({y, height}) => Array.from({length: height}, (_, index) => y + index)),
			);
			expect([...covered].toSorted((a, b) => a - b)).toEqual(
				Array.from({length: rows - header - footer}, (_, index) => index + header),
			);
		},
	);

	test.each(['services', 'why', 'database', 'slow-requests', 'timeline'])(
		'%s has all of it when it is zoomed',
		focus => {
			const [place, ...others] = layoutHome({...SHAPE, columns, rows, focus, zoomed: true});
			expect([place?.pane, others]).toEqual([focus, []]);
		},
	);
});

describe('what is shown where', () => {
	test('everything on a large screen, the database beside what restarted', () => {
		expect(heights({columns: 120, rows: 40})).toEqual([
			'services 7',
			'why 12',
			'restarts 5',
			'database 5',
			'slow-requests 5',
			'timeline 5',
		]);
		const widths = (known: boolean): readonly number[] =>
			layoutHome({...SHAPE, columns: 120, rows: 40, database: known}).map(({body}) => body.width);
		expect(widths(true)).toEqual([120, 120, 58, 60, 120, 120]);
		expect(widths(false)).toEqual([120, 120, 76, 42, 120, 120]);
	});

	test('below it where the screen is high and narrow', () => {
		expect(heights({columns: 80, rows: 40}).slice(2)).toEqual([
			'restarts 3',
			'database 3',
			'slow-requests 4',
			'timeline 4',
		]);
	});

	test('who has nothing to tell says so in few rows', () => {
		const lower = (shape: Partial<HomeShape>): readonly string[] =>
			heights({columns: 120, rows: 40, ...shape})
				.slice(2)
				.filter(row => !row.startsWith('database'));
		expect(lower({slow: false})).toEqual(['restarts 7', 'slow-requests 1', 'timeline 7']);
		expect(lower({restarted: false})).toEqual(['restarts 3', 'slow-requests 7', 'timeline 5']);
		expect(lower({restarted: false, database: false})).toEqual(['restarts 1', 'slow-requests 7', 'timeline 7']);
		expect(lower({restarted: false, slow: false})).toEqual(['restarts 3', 'slow-requests 1', 'timeline 11']);
	});

	test.each(LOWER_PANES)('at 80x24 of the lower panes %s, when it had the focus last', pane => {
		const lower = LOWER_PANES.map(other => `${other} ${other === pane ? 4 : 0}`);
		expect(heights({focus: pane, lower: pane})).toEqual(['services 7', 'why 6', ...lower]);
	});

	test('when all is well, why needs no room', () => {
		expect(heights({troubled: false}).slice(0, 3)).toEqual(['services 7', 'why 2', 'restarts 8']);
	});

	test('at 60x15 the services and why, or what has the focus', () => {
		expect(heights({columns: 60, rows: 15, services: 3})).toEqual(['services 4', 'why 8']);
		expect(heights({columns: 60, rows: 15, services: 30})).toEqual(['services 8', 'why 4']);
		expect(heights({columns: 60, rows: 15, focus: 'timeline'})).toEqual(['services 6', 'timeline 6']);
	});

	test('in a corner the worst service, or what has the focus', () => {
		expect(heights({columns: 40, rows: 8})).toEqual(['strip 6']);
		expect(heights({columns: 40, rows: 8, focus: 'why'})).toEqual(['why 6']);
		expect(heights({columns: 60, rows: 1})).toEqual(['strip 1']);
	});

	test('many services leave room for the others', () => {
		expect(heights({rows: 40, services: 300})).toEqual([
			'services 15',
			'why 6',
			'restarts 3',
			'database 3',
			'slow-requests 3',
			'timeline 3',
		]);
	});
});
