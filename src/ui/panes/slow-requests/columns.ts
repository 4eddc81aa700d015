import {NOTHING} from '../../../kinds/columns.ts';
import type {Column} from '../../../kinds/contract.ts';
import {moment} from '../../finding/words.ts';
import {
	errorColumn,
	longestColumn,
	pairColumn,
	quantileColumn,
	rateColumn,
	routeColumn,
} from '../../requests/columns.ts';
import type {RouteRow} from '../../requests/route-row.ts';
import {slowCount} from '../../requests/slow-routes.ts';

/** @param offsetMs how far the clocks on the user's wall are ahead of UTC */
export function slowColumns(offsetMs: number): readonly Column<RouteRow>[] {
	return [
		quantileColumn('P95', 0.95, 2),
		{...longestColumn, priority: 3},
		COUNT,
		{...rateColumn, priority: 6},
		routeColumn,
		errorColumn,
		pairColumn,
		{
			id: 'age',
			title: 'LAST',
			width: {min: 8, max: 50},
			priority: 5,
			shorten: text => text.replace(/ .*$/, ''),
			value: ({last, lastAt}, {now}) => {
				const at = last?.at ?? lastAt;
				if (at === 0) return NOTHING;
				const time = moment(at, {now, offsetMs});
				return last === undefined ? time : `${time} ${last.source.pod}`;
			},
			sort: ({last, lastAt}, {now}) => now - (last?.at ?? lastAt),
		},
	];
}

/** How many took longer than a second. */
const COUNT: Column<RouteRow> = {
	id: 'count',
	title: 'COUNT',
	align: 'right',
	width: {min: 5, max: 7},
	priority: 4,
	value: ({figures, slowMs}) =>
		figures.durations.count === 0 ? NOTHING : String(slowCount(figures.durations, slowMs)),
	tone: ({figures, slowMs}) => (slowCount(figures.durations, slowMs) === 0 ? 'muted' : undefined),
	sort: ({figures, slowMs}) => slowCount(figures.durations, slowMs),
};
