import type {ServiceObjectRow} from '../../model/network.ts';
import type {ContainerSpec} from '../../model/pod-spec.ts';
import {type Allowance, type Budget, budgetOf, type Share} from '../budget/budget.ts';
import {allowanceOf} from '../budget/allowance.ts';
import {type PoolSize, poolSizeOf} from '../budget/pool-size.ts';
import {shareOf} from '../budget/share.ts';
import type {ServiceRow} from '../service-row.ts';
import type {DatabaseUse} from './contract.ts';
import {type ConfigValue, databaseUseOf, type SecretAddress} from './database-use.ts';

/** A database server, or a pooler before one, with all services that hold connections to it. */
export interface DatabaseServer {
	/** The same for all names of it. */
	readonly key: string;
	/** `postgres:5432` */
	readonly label: string;
	readonly system: string;
	/** The Service by which it is reached; undefined for what is outside of the cluster. */
	readonly service: ServiceObjectRow | undefined;
	readonly behind: readonly ServiceRow[];
	/** A pooler: its clients are counted here, its own connections where they lead. */
	readonly isPooler: boolean;
	readonly users: readonly DatabaseUser[];
	readonly allowance: Allowance | undefined;
	readonly budget: Budget;
}

export interface DatabaseUser {
	readonly service: ServiceRow;
	readonly use: DatabaseUse;
	/** Undefined when nothing tells how many connections it may hold. */
	readonly pool: PoolSize | undefined;
	readonly share: Share | undefined;
}

/** What is looked up of the cluster. */
export interface Lookup {
	readonly configValue: (namespace: string) => ConfigValue;
	/** What was read of Secrets; missing when nobody asked for that. */
	readonly secretAddress?: ((namespace: string) => SecretAddress) | undefined;
	/** Which Service a host means, seen from a namespace. */
	serviceAt(host: string, namespace: string): ServiceObjectRow | undefined;
	/** The workloads behind a Service. */
	behind(service: ServiceObjectRow): readonly ServiceRow[];
}

/** The servers that the services hold connections to, those with the most users first. */
export function databaseServers(services: readonly ServiceRow[], lookup: Lookup): readonly DatabaseServer[] {
	const users = services.flatMap(service => usersOf(service, lookup));
	const databases = services.filter(({workload}) =>
		workload.template.containers.some(({image}) => DATABASE.test(image)),
	);
	const groups = Map.groupBy(users, ({service, use}) => placeOf(use, service, lookup, databases).key);
	return [...groups.values()]
		.map(group => serverOf(group, lookup, databases))
		.toSorted((a, b) => b.users.length - a.users.length || (a.key < b.key ? -1 : 1));
}

const DATABASE =
	/(?:^|\/)(?:[\w.-]*-)?(?:postgres|postgresql|postgis|timescaledb|mysql|mariadb|percona)[\w.-]*(?::|@|$)/i;
const POOLER = /pgbouncer|pgcat|odyssey|supavisor|proxysql/i;

function usersOf(service: ServiceRow, {configValue, secretAddress}: Lookup): readonly DatabaseUser[] {
	const {namespace, workload} = service;
	// A database has its own address in its environment.
	if (workload.template.containers.some(({image}) => DATABASE.test(image))) return [];
	const value = configValue(namespace);
	for (const container of workload.template.containers) {
		if (container.role === 'init') continue;
		const use = databaseUseOf(container, value, secretAddress?.(namespace));
		if (use === undefined) continue;
		const pool = poolSizeOf(container, use.driver, variableIn(container, value));
		return [{service, use, pool, share: pool && shareOf(service, pool)}];
	}
	return [];
}

function variableIn(
	{env}: ContainerSpec,
	configValue: ConfigValue,
): (name: RegExp) => {readonly name: string; readonly value: string} | undefined {
	return pattern => {
		for (const {name, value, from} of env) {
			if (!pattern.test(name)) continue;
			const known = value ?? (from?.kind === 'configmap' ? configValue(from.name, from.key) : undefined);
			if (known !== undefined) return {name, value: known};
		}
		return undefined;
	};
}

interface Place {
	readonly key: string;
	readonly label: string;
	readonly service: ServiceObjectRow | undefined;
	readonly behind: readonly ServiceRow[];
}

/** Where an address leads: names of one Service, and of the Services of one CloudNativePG cluster, are one place. */
function placeOf(use: DatabaseUse, {namespace}: ServiceRow, lookup: Lookup, databases: readonly ServiceRow[]): Place {
	const {host, port, system} = use;
	if (host === '') return guessed(use, namespace, databases);
	const service = lookup.serviceAt(host, namespace);
	if (service === undefined) return {key: `${host}:${port}`, label: `${host}:${port}`, service, behind: []};
	if (service.type === 'ExternalName' && service.externalName !== '')
		return {key: `${service.externalName}:${port}`, label: `${service.name}:${port}`, service, behind: []};
	const cluster = service.labels['cnpg.io/cluster'];
	const behind = lookup.behind(service);
	const [first] = behind;
	const name =
		cluster === undefined
			? first === undefined
				? service.uid
				: first.uid
			: `cnpg/${service.namespace}/${cluster}`;
	return {key: `${name}:${system}`, label: `${cluster ?? service.name}:${port}`, service, behind};
}

/** Only a Secret knows the host: when there is one database in the namespace, it is that. */
function guessed({system, from}: DatabaseUse, namespace: string, databases: readonly ServiceRow[]): Place {
	const here = databases.filter(one => one.namespace === namespace);
	const [only] = here;
	if (only !== undefined && here.length === 1)
		return {key: `${only.uid}:${system}`, label: only.name, service: undefined, behind: [only]};
	return {key: `${namespace}/${from}`, label: `the host of ${from}`, service: undefined, behind: []};
}

function serverOf(users: readonly DatabaseUser[], lookup: Lookup, databases: readonly ServiceRow[]): DatabaseServer {
	// The place that is known best names it.
	const places = users.map(({use, service}) => placeOf(use, service, lookup, databases));
	const [first] = places;
	if (first === undefined) throw new Error('a server without users');
	const {key, label, service, behind} = places.find(one => one.service !== undefined) ?? first;
	const isPooler = behind.some(({workload}) => workload.template.containers.some(({image}) => POOLER.test(image)));
	const allowance = allowanceOf(behind, isPooler);
	const shares = users.flatMap(({share}) => share ?? []);
	const system = users[0]?.use.system ?? '';
	return {key, label, system, service, behind, isPooler, users, allowance, budget: budgetOf(shares, allowance)};
}
