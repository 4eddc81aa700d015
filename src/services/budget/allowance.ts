import type {Sourced} from '../database/contract.ts';
import type {ServiceRow} from '../service-row.ts';
import type {Allowance} from './budget.ts';
import {inCommand, inEnvironment, MAX_CONNECTIONS, POSTGRES, RESERVED} from './declared.ts';

/** `max_client_conn` of PgBouncer, of each of its pods. */
const PGBOUNCER_CLIENTS = 100;

/**
 * What a database of the cluster allows, by its command and its environment, else by default. Undefined for one that cannot be
 * looked into.
 * @param behind the workloads of the server
 */
export function allowanceOf(behind: readonly ServiceRow[], isPooler: boolean): Allowance | undefined {
	const [server] = behind;
	const container = server?.workload.template.containers.find(({role}) => role === 'app');
	if (server === undefined || container === undefined) return undefined;
	if (isPooler) {
		const each = inEnvironment(container, CLIENTS) ?? assumed(PGBOUNCER_CLIENTS, "PgBouncer's default");
		const pods = Math.max(1, server.workload.wanted);
		return {max: {...each, value: each.value * pods}, reserved: {...each, value: 0}, others: undefined};
	}
	const isMySql = /mysql|maria|percona/i.test(container.image);
	const max =
		inEnvironment(container, MAX_CONNECTIONS) ??
		inCommand(container, /max[_-]connections[= ](?<value>\d{1,6})/) ??
		(isMySql ? assumed(151, "MySQL's default") : assumed(POSTGRES.max, "PostgreSQL's default"));
	const reserved = inEnvironment(container, RESERVED) ??
		inCommand(container, /superuser_reserved_connections=(?<value>\d{1,6})/) ?? {
			...assumed(isMySql ? 0 : POSTGRES.reserved, max.from),
		};
	return {max, reserved, others: undefined};
}

const CLIENTS = /^(?:\w{1,30}_)?MAX_CLIENT_CONN(?:ECTIONS)?$/;

function assumed(value: number, from: string): Sourced {
	return {value, source: 'assumed', from};
}
