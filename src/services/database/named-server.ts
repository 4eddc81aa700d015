import {budgetOf} from '../budget/budget.ts';
import type {DatabaseServer} from './servers.ts';

/** A database as the user wrote it. */
export interface NamedPlace {
	readonly host: string;
	readonly port: number;
	readonly isPooler: boolean;
}

/**
 * Which of the servers the user means: the one of that name; else the only one of its sort, since whoever comes by a tunnel writes
 * `127.0.0.1`; else undefined.
 */
export function serverNamed(place: NamedPlace, servers: readonly DatabaseServer[]): DatabaseServer | undefined {
	const wanted = `${place.host.toLowerCase()}:${place.port}`;
	const named = servers.find(server => namesOf(server).includes(wanted));
	if (named !== undefined) return named;
	const alike = servers.filter(
		({system, isPooler}) => (system === 'PostgreSQL' || system === '') && isPooler === place.isPooler,
	);
	return alike.length === 1 ? alike[0] : undefined;
}

/** A server that no service is known to use. */
export function serverOfItsOwn({host, port, isPooler}: NamedPlace): DatabaseServer {
	const label = `${host}:${port}`;
	const none = {service: undefined, behind: [], users: [], allowance: undefined, budget: budgetOf([], undefined)};
	return {key: label, label, system: 'PostgreSQL', isPooler, ...none};
}

/** All by which a server may be called: `postgres:5432`, `postgres.shop:5432`, `postgres.shop.svc.cluster.local:5432`. */
function namesOf({key, label, service, users}: DatabaseServer): readonly string[] {
	const written = users.filter(({use}) => use.host !== '').map(({use: {host, port}}) => `${host}:${port}`);
	const port = /:\d{1,5}$/.exec(label)?.[0];
	if (service === undefined || port === undefined) return [key, label, ...written];
	const full = `${service.name}.${service.namespace}`;
	return [key, label, ...written, ...['', '.svc', '.svc.cluster.local'].map(end => full + end + port)];
}
