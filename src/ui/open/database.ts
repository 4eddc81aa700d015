import type {DatabaseState} from '../../services/database/state.ts';
import type {Go, PaneInput} from '../contract.ts';
import {NO_WHAT_IF, type WhatIf} from '../database/what-if.ts';

/** The server whose connections a page shows, and the numbers that its reader tries there. */
export interface DatabaseArgument {
	/** Of the `DatabaseServer`. */
	readonly server: string;
	/** `postgres:5432` */
	readonly label: string;
	readonly whatIf: WhatIf;
}

/** One of the services that share a server. */
export interface DatabaseUserArgument {
	readonly server: string;
	/** Uid and name. */
	readonly service: string;
	readonly name: string;
}

/**
 * The page of a server.
 * @param at uid of the service that the cursor starts on
 */
export function databasePage({server: {key, label}}: Pick<DatabaseState, 'server'>, at?: string): Go {
	const argument: DatabaseArgument = {server: key, label, whatIf: {...NO_WHAT_IF, service: at}};
	return {to: 'pane', pane: {id: 'database-users', argument, at}, above: [{id: 'database-head', argument}]};
}

/** The pods of a service, each with its pool. */
export function databasePodsPage(argument: DatabaseUserArgument): Go {
	return {to: 'pane', pane: {id: 'database-pods', argument}};
}

/** What is known of the server of an argument; undefined once no service uses it. */
export function databaseOf(
	{server}: Pick<DatabaseArgument, 'server'>,
	{session}: Pick<PaneInput, 'session'>,
): DatabaseState | undefined {
	return session.databases.states().find(state => state.server.key === server);
}
