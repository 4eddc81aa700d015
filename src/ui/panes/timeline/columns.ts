import {namespaceColumn, orNothing} from '../../../kinds/columns.ts';
import type {Column} from '../../../kinds/contract.ts';
import {formatAge} from '../../../lib/age.ts';
import type {Happening} from '../../../services/happening.ts';
import {moment} from '../../finding/words.ts';

/** @param offsetMs how far the clocks on the user's wall are ahead of UTC */
export function timelineColumns(offsetMs: number): readonly Column<Happening>[] {
	return [
		namespaceColumn,
		{
			id: 'age',
			title: 'TIME',
			width: {min: 8, max: 10},
			priority: 1,
			value: ({at}, {now}) => moment(at, {now, offsetMs}),
			sort: ({at}) => at,
		},
		{id: 'what', title: 'WHAT', width: {min: 7, max: 7}, priority: 3, value: ({what}) => what},
		{id: 'name', title: 'OBJECT', width: {min: 10, max: 40}, priority: 2, value: ({name}) => orNothing(name)},
		{
			id: 'status',
			title: 'WHAT HAPPENED',
			width: {min: 20, max: 300},
			priority: 2,
			value: ({text, what, at}, {now}) => (what === 'gap' ? `${text} (${formatAge(now - at)} ago)` : text),
			tone: ({mark}) => (mark === 'doomed' || mark === 'struggling' ? mark : undefined),
		},
	];
}
