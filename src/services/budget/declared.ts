import type {ContainerSpec} from '../../model/pod-spec.ts';
import type {Sourced} from '../database/contract.ts';

/** What pools, processes and servers are told their size by, whatever stands before it: `DB_POOL_SIZE` (signals 7). */
export const POOL =
	/^(?:\w{1,30}_)?(?:POOL_SIZE|POOL_MAX|POOL_MAX_SIZE|MAX_POOL_SIZE|MAXIMUM_POOL_SIZE|MAXIMUMPOOLSIZE|CONNECTION_LIMIT)$/;
export const OVERFLOW = /^(?:\w{1,30}_)?MAX_OVERFLOW$/;
export const WORKERS = /^(?:WEB_CONCURRENCY|(?:\w{1,30}_)?WORKERS)$/;
export const MAX_CONNECTIONS = /^(?:\w{1,30}_)?MAX_CONNECTIONS$/;
export const RESERVED = /^(?:\w{1,30}_)?SUPERUSER_RESERVED(?:_CONNECTIONS)?$/;

/** Postgres allows so many, and keeps so many for superusers, unless told otherwise (signals 7.3). */
export const POSTGRES = {max: 100, reserved: 3};

/** The first variable of that name that has a number in it. */
export function inEnvironment(container: ContainerSpec | undefined, name: RegExp): Sourced | undefined {
	for (const variable of container?.env ?? []) {
		const found = name.test(variable.name) ? declared(variable.name, variable.value) : undefined;
		if (found !== undefined) return found;
	}
	return undefined;
}

/** @param pattern with a group `value`: `max_connections=(?<value>\d{1,6})` of `postgres -c max_connections=200` */
export function inCommand(container: ContainerSpec | undefined, pattern: RegExp): Sourced | undefined {
	const {command = [], args = []} = container ?? {};
	const found = pattern.exec([...command, ...args].join(' '));
	if (found === null) return undefined;
	const [from = ''] = found[0].trim().split(/[= ]/);
	return {value: Number(found.groups?.['value']), source: 'declared', from};
}

export function workersInCommand(container: ContainerSpec | undefined): Sourced | undefined {
	return inCommand(container, /(?:^|\s)(?:--workers|-w)[ =](?<value>\d{1,3})(?:\s|$)/);
}

/** Undefined when it is no number. */
export function declared(name: string, value: string | undefined): Sourced | undefined {
	return /^\d{1,6}$/.test(value ?? '') ? {value: Number(value), source: 'declared', from: name} : undefined;
}
