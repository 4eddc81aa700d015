import {expect, test} from 'vitest';
import pod from '../../../src/kinds/entries/pod/index.ts';
import {createScreen} from '../../../src/terminal/screen.ts';
import {NO_FILTER} from '../../../src/ui/filter/filter.ts';
import {createOrder} from '../../../src/ui/table/order.ts';
import {createTablePainter} from '../../../src/ui/table/paint.ts';
import {INITIAL_TABLE, reduceTable, type TableState} from '../../../src/ui/table/state.ts';
import {createTheme} from '../../../src/ui/theme/theme.ts';
import {podFacts, pods} from './pods.ts';

test.each([
	[80, 250],
	[120, 330],
	[200, 450],
])('at %i columns each move of the cursor costs at most %i bytes', (columns, bytesMax) => {
	const shape = {...pod, worstFirst: true};
	const screen = createScreen({columns, rows: 50, write: () => true, colors: '16'});
	const painter = createTablePainter(shape, createTheme({colors: true}));
	const order = createOrder(shape);
	order.replace(pods, podFacts);
	const draw = (state: TableState): number => {
		const hidden = new Set<string>(columns === 200 ? [] : ['namespace']);
		const picture = {order, state, facts: podFacts, width: columns, sort: undefined, filter: NO_FILTER, hidden};
		const lines = painter.paint({...picture, wide: columns === 200, titles: true, focused: true, stale: false});
		screen.paint('table', {x: 0, y: 1, width: columns, height: 49}, lines);
		return screen.flush();
	};
	let state: TableState = {...INITIAL_TABLE, height: 48};
	draw(state);
	const costs: number[] = [];
	for (let row = 1; row < pods.length; row++) {
		state = reduceTable(state, {type: 'move', move: 'down'}, order);
		costs.push(draw(state));
	}
	expect(Math.min(...costs)).toBeGreaterThan(0);
	expect(Math.max(...costs)).toBeLessThanOrEqual(bytesMax);
	expect(draw(state)).toBe(0);
});
