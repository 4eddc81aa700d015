import {describe, expect, test} from 'vitest';
import {type HomeShape, layoutHome} from '../../../src/ui/home/layout.ts';

const SHAPE: HomeShape = {
	columns: 80,
	rows: 24,
	services: 5,
	troubled: true,
	restarted: true,
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
		['services', 'why', 'restarts', 'timeline'].flatMap(focus =>
			[true, false].map(troubled => ({...SHAPE, columns, rows, services, focus, troubled})),
		),
	);

	test.each(shapes)(
		'$services services, focus on $focus, trouble: $troubled: no row is free or taken twice',
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

	test.each(['services', 'why', 'timeline'])('%s has all of it when it is zoomed', focus => {
		const [place, ...others] = layoutHome({...SHAPE, columns, rows, focus, zoomed: true});
		expect([place?.pane, others]).toEqual([focus, []]);
	});
});

describe('what is shown where', () => {
	test('everything on a large screen', () => {
		expect(heights({columns: 120, rows: 40})).toEqual(['services 7', 'why 12', 'restarts 7', 'timeline 9']);
	});

	test('more of what happened where nothing restarted', () => {
		expect(heights({columns: 120, rows: 40, restarted: false}).slice(2)).toEqual(['restarts 3', 'timeline 13']);
	});

	test('one of the lower panes at 80x24: that which had the focus last', () => {
		expect(heights({})).toEqual(['services 7', 'why 6', 'restarts 6', 'timeline 0']);
		expect(heights({focus: 'timeline', lower: 'timeline'})).toEqual([
			'services 7',
			'why 6',
			'restarts 0',
			'timeline 6',
		]);
	});

	test('when all is well, why needs no room', () => {
		expect(heights({troubled: false})).toEqual(['services 7', 'why 2', 'restarts 10', 'timeline 0']);
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
		expect(heights({rows: 40, services: 300})).toEqual(['services 19', 'why 7', 'restarts 3', 'timeline 6']);
	});
});
