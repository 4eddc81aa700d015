import {describe, expect, test} from 'vitest';
import {layoutHome} from '../../../src/ui/home/layout.ts';

const SIZES = [
	[200, 50],
	[120, 40],
	[80, 24],
	[60, 15],
	[40, 8],
	[30, 3],
	[20, 1],
] as const;

describe.each(SIZES)('the home screen at %ix%i', (columns, rows) => {
	test.each([0, 1, 8, 300])('with %i services fills the rows between header and footer without overlap', services => {
		const footer = rows >= 8 ? 1 : 0;
		const header = rows > 1 ? 1 : 0;
		const covered = layoutHome(columns, rows, services, undefined)
			.flatMap(({title, body}) => [title, body])
			.filter(rect => rect !== undefined)
			.flatMap(({y, height}) => Array.from({length: height}, (_, index) => y + index));
		expect(covered).toEqual(Array.from({length: rows - header - footer}, (_, index) => index + header));
	});

	test('a zoomed pane has all of it', () => {
		const [place, ...others] = layoutHome(columns, rows, 5, 'restarts');
		expect([place?.pane, others]).toEqual(['restarts', []]);
	});
});

test('many services leave room for the restarts', () => {
	const places = layoutHome(120, 40, 300, undefined);
	expect(places.map(({pane, body}) => [pane, body.height])).toEqual([
		['services', 22],
		['restarts', 14],
		['timeline', 1],
	]);
});
