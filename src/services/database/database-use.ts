import type {ContainerSpec, EnvVariable} from '../../model/pod-spec.ts';
import {type Address, addressIn, portOf} from './address.ts';
import type {DatabaseUse} from './contract.ts';

/** The value of a key of a ConfigMap, as far as it is known. */
export type ConfigValue = (configMap: string, key: string) => string | undefined;

/** Where the address leads that a key of a Secret holds, when somebody was allowed to look. */
export type SecretAddress = (secret: string, key: string) => Address | undefined;

/**
 * The database of a container, from the variables that programs and libraries read: addresses first, then hosts by themselves. A
 * Secret is only known by its name, and then the system is guessed from the variable's. Undefined when nothing speaks of one.
 */
export function databaseUseOf(
	container: ContainerSpec,
	configValue: ConfigValue,
	secretAddress: SecretAddress = () => undefined,
): DatabaseUse | undefined {
	const variables = container.env.map(variable => ({variable, value: valueOf(variable, configValue)}));
	for (const {variable, value} of variables) {
		const address = value === undefined ? undefined : addressIn(value);
		if (address !== undefined) return asUse(container, address, variable.name, false);
	}
	for (const {name, from} of secretVariablesOf(container)) {
		const address = secretAddress(from.name, from.key);
		if (address !== undefined) return asUse(container, address, `${name} of Secret ${from.name}`, false);
	}
	const named = ofHost(container, variables);
	if (named !== undefined) return named;
	for (const {variable, value} of variables) {
		const system = value === undefined ? systemOfName(variable.name) : undefined;
		const port = system === undefined ? undefined : portOf(system);
		if (system === undefined || port === undefined) continue;
		const from =
			variable.from === undefined
				? variable.name
				: `${variable.name} of ${kindOf(variable)} ${variable.from.name}`;
		return asUse(container, {system, host: '', port, database: '', driver: ''}, from, true);
	}
	return undefined;
}

type SecretVariable = EnvVariable & {readonly from: NonNullable<EnvVariable['from']>};

/** The variables of a container that are addresses of databases, by their names, and come from a Secret. */
export function secretVariablesOf({env}: ContainerSpec): readonly SecretVariable[] {
	return env.filter(
		(variable): variable is SecretVariable =>
			variable.from?.kind === 'secret' &&
			!variable.name.endsWith('HOST') &&
			systemOfName(variable.name) !== undefined,
	);
}

interface Known {
	readonly variable: EnvVariable;
	readonly value: string | undefined;
}

function valueOf({value, from}: EnvVariable, configValue: ConfigValue): string | undefined {
	return value ?? (from?.kind === 'configmap' ? configValue(from.name, from.key) : undefined);
}

/** `PGHOST` with `PGPORT` and `PGDATABASE`, and the families that say the same in other words. */
function ofHost(container: ContainerSpec, variables: readonly Known[]): DatabaseUse | undefined {
	const text = (pattern: RegExp): string | undefined =>
		variables.find(({variable: {name}, value}) => value !== undefined && pattern.test(name))?.value;
	for (const {variable, value} of variables) {
		const {family} = HOST.exec(variable.name)?.groups ?? {};
		if (family === undefined || value === undefined || !/^[\w.-]{1,253}$/.test(value)) continue;
		const port = Number(text(new RegExp(`^${family}_?PORT$`)));
		const system = /MYSQL|MARIADB/.test(family) || port === 3306 ? 'MySQL' : 'PostgreSQL';
		// A family that serves any system says nothing unless something else does.
		if (/^(?:DB|DATABASE)$/.test(family) && !isSql(container, variables, port)) continue;
		return asUse(
			container,
			{
				system,
				host: value.toLowerCase(),
				port: Number.isInteger(port) && port > 0 ? port : (portOf(system) ?? 0),
				database: text(new RegExp(`^${family}_?(?:DATABASE|DB|DBNAME|NAME)$`)) ?? '',
				driver: '',
			},
			variable.name,
			false,
		);
	}
	return undefined;
}

const HOST = /^(?<family>PG|PGSQL|POSTGRES|POSTGRESQL|MYSQL|MARIADB|DB|DATABASE)_?(?:HOST|HOSTNAME|SERVER)$/;

/** `DB_HOST` may be of anything: a port, a pool or a name of a SQL database make it one. */
function isSql({image}: ContainerSpec, variables: readonly Known[], port: number): boolean {
	if ([5432, 3306, 6432].includes(port)) return true;
	return (
		/postgres|mysql|maria|pgbouncer/i.test(image) ||
		variables.some(
			({variable: {name}, value}) =>
				/POOL_SIZE|MAX_OVERFLOW|DB_(?:ENGINE|DRIVER|CONNECTION)$/.test(name) &&
				!/mongo|redis/i.test(value ?? ''),
		)
	);
}

/** What a variable whose value nobody may read is about. */
function systemOfName(name: string): string | undefined {
	if (
		/^(?:\w{1,30}_)?(?:DATABASE_URL|DB_URL|DATABASE_DSN|DB_DSN|SQLALCHEMY_DATABASE_UR[IL]|POSTGRES(?:QL)?_(?:URL|DSN|HOST)|PGHOST)$/.test(
			name,
		)
	)
		return 'PostgreSQL';
	return /^(?:\w{1,30}_)?(?:MYSQL|MARIADB)_(?:URL|DSN|HOST)$/.test(name) ? 'MySQL' : undefined;
}

function kindOf({from}: EnvVariable): string {
	return from?.kind === 'secret' ? 'Secret' : 'ConfigMap';
}

function asUse(container: ContainerSpec, address: Address, from: string, isGuessed: boolean): DatabaseUse {
	return {...address, container: container.name, from, isGuessed};
}
