import type {DatabaseState, UserState} from '../../services/database/state.ts';
import type {Cluster} from '../cluster.ts';
import type {Draft} from '../contract.ts';
import type {WorkloadSubject} from '../subject.ts';

/** The database server of a service, and its own part in it. */
export interface Used {
	readonly state: DatabaseState;
	readonly own: UserState;
}

/** Undefined when the environment of the service names no database. */
export function usedBy({service}: WorkloadSubject, cluster: Cluster): Used | undefined {
	const state = cluster.databaseOf(service);
	const own = state?.users.find(({user}) => user.service.uid === service.uid);
	return state === undefined || own === undefined ? undefined : {state, own};
}

/** What is wrong with a server is told once: of the service with the most of what counts, of equals the first. */
export function isFirst({state, own}: Used, weight: (user: UserState) => number): boolean {
	return state.users.every(one => one === own || weight(one) < weight(own) || comesAfter(one, own, weight));
}

function comesAfter(one: UserState, own: UserState, weight: (user: UserState) => number): boolean {
	return weight(one) === weight(own) && one.user.service.uid > own.user.service.uid;
}

/** Whom a finding blames when the server itself has trouble. */
export function blamedServer({state, own}: Used): Draft['blames'] {
	const {service} = state.server;
	const {host, port} = own.user.use;
	if (service !== undefined) return {host: `${service.name}.${service.namespace}`, port};
	return host === '' ? undefined : {host, port};
}
