import type {Command, Desk} from '../desk.ts';
import {back, favourites} from '../navigation.ts';
import {openDialog} from './open-dialog.ts';
import {rowsOf} from '../rows.ts';
import {pageOf, withPage} from '../view.ts';

/** From one view to another. */
export const goCommands = {
	back: desk => {
		if (desk.table?.filter !== undefined && desk.table.filter !== '') desk.table.setFilter('');
		else if (desk.log !== undefined && desk.log.filter !== '') desk.log.setFilter('');
		else if (desk.document !== undefined && desk.document.search !== '') desk.document.seek('');
		else if (pageOf(desk.view).zoomed) desk.show(withPage(desk.view, {zoomed: false}));
		else desk.show(back(desk.view) ?? desk.view);
	},
	'back-or-quit': desk => {
		const before = back(desk.view);
		if (before !== undefined) desk.show(before);
		else openDialog(desk, {id: 'quit'});
	},
	'all-namespaces': desk => desk.go({to: 'namespace', namespace: ''}),
	'favourite-namespace': enterFavourite,
	refresh: desk => {
		desk.session.retryNow();
		desk.repaint();
	},
	'quit-now': desk => desk.quit(),
	'quit-confirmed': desk => desk.quit(),
} satisfies Record<string, Command>;

function enterFavourite(desk: Desk, chord: string): void {
	const names = [...rowsOf(desk.session.world.getState(), 'namespace').values()].map(({name}) => name);
	const namespace = favourites(desk.view, names)[Number(chord) - 1];
	if (namespace === undefined) desk.say(`no namespace is on ${chord} yet: visit one with :ns NAME`);
	else desk.go({to: 'namespace', namespace});
}
