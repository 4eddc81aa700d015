import {describe, expect, test} from 'vitest';
import {type HomeShape, layoutHome} from '../../../src/ui/home/layout.ts';

const SHAPE: HomeShape = {
	columns: 80,
	rows: 24,
	services: 5,
	troubled: true,
	restarted: true,
	slow: true,
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
		['services', 'why', 'slow-requests', 'timeline'].flatMap(focus =>
			[true, false].flatMap(troubled =>
				[true, false].map(slow => ({...SHAPE, columns, rows, services, focus, troubled, slow})),
			),
		),
	);

	test.each(shapes)(
		'$services services, focus on $focus, trouble: $troubled, slow: $slow: no row is free or taken twice',
		shape => {
			const footer = rows >= 8 ? 1 : 0;
			const header = rows > 1 ? 1 : 0;
			const covered = layoutHome(shape)
				.flatMap(({title, body}) => [title, body])
				.filter(rect => rect !== undefined)
				.flatMap(({y, height}) => Array.from({length: height}, (_, index) => y + index));
			expect(covered).toEqual(Array.from({length: rows - header - footer}, (_, index) => index + header));
		},
	);

	test.each(['services', 'why', 'slow-requests', 'timeline'])('%s has all of it when it is zoomed', focus => {
		const [place, ...others] = layoutHome({...SHAPE, columns, rows, focus, zoomed: true});
		expect([place?.pane, others]).toEqual([focus, []]);
	});
});

describe('what is shown where', () => {
	test('everything on a large screen', () => {
		expect(heights({columns: 120, rows: 40})).toEqual([
			'services 7',
			'why 12',
			'restarts 5',
			'slow-requests 5',
			'timeline 5',
		]);
	});

	test('who has nothing to tell says so in few rows', () => {
		const lower = (shape: Partial<HomeShape>): readonly string[] =>
			heights({columns: 120, rows: 40, ...shape}).slice(2);
		expect(lower({slow: false})).toEqual(['restarts 7', 'slow-requests 1', 'timeline 7']);
		expect(lower({restarted: false})).toEqual(['restarts 1', 'slow-requests 7', 'timeline 7']);
		expect(lower({restarted: false, slow: false})).toEqual(['restarts 3', 'slow-requests 1', 'timeline 11']);
	});

	test.each(['restarts', 'slow-requests', 'timeline'])(
		'at 80x24 of the lower panes %s, when it had the focus last',
		pane => {
			const lower = ['restarts', 'slow-requests', 'timeline'].map(other => `${other} ${other === pane ? 5 : 0}`);
			expect(heights({focus: pane, lower: pane})).toEqual(['services 7', 'why 6', ...lower]);
		},
	);

	test('when all is well, why needs no room', () => {
		expect(heights({troubled: false}).slice(0, 3)).toEqual(['services 7', 'why 2', 'restarts 9']);
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
			'services 19',
			'why 6',
			'restarts 3',
			'slow-requests 3',
			'timeline 3',
		]);
	});
});
