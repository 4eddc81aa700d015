import type {Command, Desk} from '../desk.ts';
import {LOWER_PANES} from '../home/layout.ts';
import {pageOf, withPage} from '../view.ts';

/** Which pane of the home screen has the focus, and whether it has the screen to itself. */
export const paneCommands = {
	'focus-next': desk => focus(desk, 1),
	'focus-previous': desk => focus(desk, -1),
	zoom: desk => desk.show(withPage(desk.view, {zoomed: true})),
	unzoom: desk => desk.show(withPage(desk.view, {zoomed: false})),
} satisfies Record<string, Command>;

function focus(desk: Desk, step: number): void {
	const {panes, focus: now, lower} = pageOf(desk.view);
	const next = (now + step + panes.length) % panes.length;
	const id = panes[next]?.id ?? '';
	desk.show(withPage(desk.view, {focus: next, lower: LOWER_PANES.some(pane => pane === id) ? id : lower}));
}
