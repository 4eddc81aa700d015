import type {ServiceRow} from '../../services/service-row.ts';
import {chooseKnob, resetKnobs, turnKnob, type WhatIf} from '../database/what-if.ts';
import {noDatabases} from '../database/no-databases.ts';
import {worstFirst} from '../database/worst.ts';
import type {Command, Desk} from '../desk.ts';
import {type DatabaseArgument, databaseOf, databasePage} from '../open/database.ts';
import {pageOf, withPage} from '../view.ts';

/** Numbers that are tried on the page of a database. */
export const databaseCommands = {
	'what-if-left': desk => change(desk, whatIf => chooseKnob(whatIf, -1)),
	'what-if-right': desk => change(desk, whatIf => chooseKnob(whatIf, 1)),
	'what-if-more': desk => turn(desk, 1),
	'what-if-less': desk => turn(desk, -1),
	'what-if-reset': desk => change(desk, resetKnobs),
} satisfies Record<string, Command>;

/** The page of the server that a service uses, or of the one that is worst off. Returns the sentence that says why not, else undefined. */
export function goToDatabase(desk: Desk, named: ServiceRow | undefined): string | undefined {
	const {session} = desk;
	const {databases, world} = session;
	const state = named === undefined ? worstFirst(databases.states())[0] : databases.of(named.uid);
	if (state !== undefined) {
		desk.go(databasePage(state, named?.uid));
		return undefined;
	}
	const none = noDatabases({session, world: world.getState()});
	return none ?? `${named?.name ?? 'it'} names no database in its environment`;
}

/** The number of the service under the cursor. */
function turn(desk: Desk, by: -1 | 1): void {
	const row = desk.table?.current;
	const argument = argumentOf(desk);
	const state = argument && databaseOf(argument, desk);
	const user = state?.users.find(one => one.user.service.uid === row?.uid);
	const share = user?.user.share;
	if (share !== undefined) change(desk, whatIf => turnKnob(whatIf, share, by));
	else if (row !== undefined) desk.say(`nothing tells how many connections ${row.name} may hold`, 'muted');
}

/** All panes of the page show the same. A number is chosen for the service under the cursor. */
function change(desk: Desk, changed: (whatIf: WhatIf) => WhatIf): void {
	const argument = argumentOf(desk);
	if (argument === undefined) return;
	const service = desk.table?.current?.uid ?? argument.whatIf.service;
	const whatIf = changed({...argument.whatIf, service});
	const panes = pageOf(desk.view).panes.map(pane => ({...pane, argument: {...argument, whatIf}}));
	desk.show(withPage(desk.view, {panes}));
}

function argumentOf({view}: Pick<Desk, 'view'>): DatabaseArgument | undefined {
	const {panes, focus} = pageOf(view);
	const shown = panes[focus];
	return shown?.id === 'database-users' ? (shown.argument as DatabaseArgument) : undefined;
}
