import type {ContainerSpec} from '../../model/pod-spec.ts';
import type {Sourced} from '../database/contract.ts';
import {declared, OVERFLOW, POOL, WORKERS, workersInCommand} from './declared.ts';

/** How many connections each process of a container may hold, and how many processes there are. */
export interface PoolSize {
	readonly size: Sourced;
	/** Above the size, for a moment; 0 for pools that know no such thing. */
	readonly overflow: Sourced;
	readonly workers: Sourced;
	/** `SQLAlchemy`, `HikariCP` …; empty when nothing tells. */
	readonly library: string;
	/** `DB_POOL_SIZE and DB_MAX_OVERFLOW`; empty when nothing is declared. */
	readonly settings: string;
}

/**
 * What environment and command declare, else the default of the library that they point to (signals: SQLAlchemy 5 + 10, HikariCP 10,
 * node-postgres 10, ActiveRecord 5, Django one per thread).
 * @param value of a variable, wherever it comes from
 * @param driver as the address of the database names it
 */
export function poolSizeOf(
	container: ContainerSpec,
	driver: string,
	value: (name: RegExp) => {readonly name: string; readonly value: string} | undefined,
): PoolSize | undefined {
	const library = libraryOf(container, driver, value);
	const standard = DEFAULTS.get(library);
	const size = declaredAs(value(POOL)) ?? (standard && assumed(standard.size, library));
	if (size === undefined) return undefined;
	const overflow = declaredAs(value(OVERFLOW)) ?? overflowOf(size, standard?.overflow ?? 0, library);
	return {
		size,
		overflow,
		workers: declaredAs(value(WORKERS)) ?? workersInCommand(container) ?? assumed(1, 'one process'),
		library,
		settings: [size, overflow]
			.filter(({source}) => source === 'declared')
			.map(({from}) => from)
			.join(' and '),
	};
}

/** Who declares a size without a word of overflow has SQLAlchemy's on top, when it is SQLAlchemy. */
function overflowOf(size: Sourced, standard: number, library: string): Sourced {
	if (standard > 0) return assumed(standard, library);
	return {value: 0, source: size.source, from: size.from};
}

const DEFAULTS: ReadonlyMap<string, {readonly size: number; readonly overflow: number}> = new Map([
	['SQLAlchemy', {size: 5, overflow: 10}],
	['HikariCP', {size: 10, overflow: 0}],
	['node-postgres', {size: 10, overflow: 0}],
	['ActiveRecord', {size: 5, overflow: 0}],
	['Django', {size: 1, overflow: 0}],
]);

function libraryOf(
	{image, command, args}: ContainerSpec,
	driver: string,
	value: (name: RegExp) => {readonly name: string} | undefined,
): string {
	if (driver === 'JDBC') return 'HikariCP';
	if (value(/^DJANGO_SETTINGS_MODULE$/) !== undefined) return 'Django';
	if (value(/^RAILS_ENV$/) !== undefined) return 'ActiveRecord';
	const run = [image, ...command, ...args].join(' ').slice(0, 2000);
	// `postgresql+asyncpg://` is how SQLAlchemy names a driver, and nobody else.
	if (driver !== '' || value(OVERFLOW) !== undefined) return 'SQLAlchemy';
	if (/\b(?:uvicorn|gunicorn|hypercorn|fastapi|python)/.test(run)) return 'SQLAlchemy';
	return /\bnode\b|\bnpm\b|\byarn\b/.test(run) ? 'node-postgres' : '';
}

function declaredAs(found: {readonly name: string; readonly value: string} | undefined): Sourced | undefined {
	return found && declared(found.name, found.value);
}

function assumed(value: number, library: string): Sourced {
	return {value, source: 'assumed', from: library === 'one process' ? library : `${library}'s default`};
}
