import type {ObjectRef} from '../model/finding.ts';
import type {LogSelection} from '../model/log.ts';
import {paneOf} from './pane-screens.ts';
import {pageOf, type View} from './view.ts';

/** The objects that the shown page shows whole. */
export function objectsOf(view: View): readonly ObjectRef[] {
	return pageOf(view).panes.flatMap(({id, argument}) => {
		const pane = paneOf(id);
		return pane.shape === 'document' ? [pane.object(argument)] : [];
	});
}

/** The logs that are shown, or that one came from to look at something: the way back leads to where one was. */
export function selectionOf({pages}: View): LogSelection | undefined {
	for (const {panes} of pages.slice(-2).toReversed()) {
		for (const {id, argument} of panes) {
			const pane = paneOf(id);
			if (pane.shape === 'log') return pane.selection(argument);
		}
	}
	return undefined;
}
