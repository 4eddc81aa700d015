import {type AppMetrics, processBetween} from '../../model/app-metrics.ts';
import type {DatabaseServerReading} from '../../model/database-server.ts';
import {quantileOf} from '../../model/histogram.ts';
import {poolChange, type PoolReading} from '../../model/pool.ts';
import type {PodRow} from '../../model/pod.ts';
import {type Allowance, budgetOf} from '../budget/budget.ts';
import {isRunning} from '../revisions.ts';
import type {Sourced} from './contract.ts';
import type {DatabaseServer, DatabaseUser} from './servers.ts';
import type {DatabaseState, PodPool, UserState} from './state.ts';

/** The last two scrapes of a pod. */
export interface PodMetrics {
	readonly before: AppMetrics | undefined;
	readonly now: AppMetrics;
}

/** What was measured, as of one moment. */
export interface Measured {
	metricsOf(pod: PodRow): PodMetrics | undefined;
	/** Why the metrics of a pod are not known; empty when they are. */
	because(pod: PodRow): string;
	/** What exporters say that look at this server. */
	readonly exporters: readonly AppMetrics[];
	/** Why what the user asked for is not known, in a few words each. */
	readonly remarks?: readonly string[];
	/** Connections in use, one figure for each 15 seconds. */
	readonly series: readonly (number | undefined)[];
}

/** The state of a server: what may be wanted of it, with what was measured of it and of its users. */
export function stateOf(server: DatabaseServer, measured: Measured): DatabaseState {
	const users = server.users.map(user => userState(user, measured));
	const reading = server.isPooler ? undefined : mergedReading(measured.exporters);
	const pooler = measured.exporters.flatMap(({poolers}) => poolers)[0];
	const known = users.filter(({inUse}) => inUse !== undefined);
	const held = known.reduce((sum, {inUse = 0}) => sum + inUse, 0);
	const open = known.reduce((sum, user) => sum + openOf(user), 0);
	const allowance = allowanceBy(reading, open) ?? server.allowance;
	const shares = server.users.flatMap(({share}) => share ?? []);
	return {
		server: {...server, allowance, budget: budgetOf(shares, allowance)},
		inUse: inUseOf(reading, held, users),
		users,
		series: measured.series,
		reading,
		pooler: server.isPooler ? pooler : undefined,
		remarks: measured.remarks ?? [],
		because:
			known.length > 0 || reading !== undefined
				? ''
				: (users.find(({because}) => because !== '')?.because ?? measured.remarks?.[0] ?? ''),
	};
}

/** The server itself knows best: it counts those too of whom we know nothing. */
function inUseOf(
	reading: DatabaseServerReading | undefined,
	held: number,
	users: readonly UserState[],
): DatabaseState['inUse'] {
	if (reading?.connections !== undefined)
		return {value: reading.connections, source: 'measured', from: reading.source, isPartial: false};
	if (users.every(({inUse}) => inUse === undefined)) return undefined;
	const isPartial = users.some(({user, pods}) => pods.length < user.service.pods.filter(isRunning).length);
	return {value: held, source: 'measured', from: 'metrics of the pods', isPartial};
}

function userState(user: DatabaseUser, {metricsOf, because}: Measured): UserState {
	const running = user.service.pods.filter(isRunning);
	const pods: PodPool[] = [];
	let [timeouts, opened, seconds] = [0, 0, 0];
	for (const pod of running) {
		const metrics = metricsOf(pod);
		const pool = metrics && pooled(metrics.now.pools);
		if (metrics === undefined || pool === undefined) continue;
		const change = changeOf(metrics);
		pods.push({pod: pod.name, uid: pod.uid, pool, waitP95Ms: change.waitP95Ms ?? pool.waitP95Ms});
		timeouts += change.timeouts;
		opened += change.opened;
		seconds = Math.max(seconds, change.seconds);
	}
	const sum = (of: (pool: PoolReading) => number | undefined): number | undefined => {
		const values = pods.flatMap(({pool}) => of(pool) ?? []);
		return values.length === 0 ? undefined : values.reduce((total, value) => total + value, 0);
	};
	const waits = pods.flatMap(({waitP95Ms}) => waitP95Ms ?? []);
	return {
		user,
		inUse: sum(({inUse}) => inUse),
		waiting: sum(({waiting}) => waiting),
		waitP95Ms: waits.length === 0 ? undefined : Math.max(...waits),
		timeoutsPerMinute: seconds === 0 ? undefined : (timeouts * 60) / seconds,
		openedPerSecond: seconds === 0 ? undefined : opened / seconds,
		pods: pods.toSorted(
			(a, b) => (b.pool.waiting ?? 0) - (a.pool.waiting ?? 0) || (b.pool.inUse ?? 0) - (a.pool.inUse ?? 0),
		),
		because: pods.length > 0 ? '' : (running.map(because).find(text => text !== '') ?? ''),
	};
}

/** A program with several pools to its database holds all of their connections. */
function pooled([first, ...others]: readonly PoolReading[]): PoolReading | undefined {
	if (first === undefined || others.length === 0) return first;
	const all = [first, ...others];
	const sum = (of: (pool: PoolReading) => number | undefined): number | undefined => {
		const values = all.flatMap(pool => of(pool) ?? []);
		return values.length === 0 ? undefined : values.reduce((total, value) => total + value, 0);
	};
	return {
		...first,
		name: '',
		size: sum(({size}) => size),
		overflowMax: sum(({overflowMax}) => overflowMax),
		inUse: sum(({inUse}) => inUse),
		idle: sum(({idle}) => idle),
		waiting: sum(({waiting}) => waiting),
	};
}

/** Between two scrapes of one process. */
function changeOf({before, now}: PodMetrics): {
	readonly waitP95Ms: number | undefined;
	readonly timeouts: number;
	readonly opened: number;
	readonly seconds: number;
} {
	const kinship = before === undefined ? 'other' : processBetween(before, now);
	if (before === undefined || kinship === 'other') return {waitP95Ms: undefined, timeouts: 0, opened: 0, seconds: 0};
	const changes = now.pools.map(pool => {
		const earlier = before.pools.find(({library, name}) => library === pool.library && name === pool.name);
		return poolChange(kinship === 'same' ? earlier : undefined, pool);
	});
	const waits = changes.flatMap(({waits: own}) => (own === undefined ? [] : (quantileOf(own, 0.95)?.ms ?? [])));
	return {
		waitP95Ms: waits.length === 0 ? undefined : Math.max(...waits),
		timeouts: changes.reduce((sum, {timeouts = 0}) => sum + timeouts, 0),
		opened: changes.reduce((sum, {opened = 0}) => sum + opened, 0),
		seconds: Math.max(0, (now.at - before.at) / 1000),
	};
}

function openOf({pods}: UserState): number {
	return pods.reduce((sum, {pool}) => sum + (pool.inUse ?? 0) + (pool.idle ?? 0), 0);
}

function mergedReading(exporters: readonly AppMetrics[]): DatabaseServerReading | undefined {
	const servers = exporters.flatMap(({servers: own}) => own).filter(({system}) => system !== 'Redis');
	return servers.find(({maxConnections}) => maxConnections !== undefined) ?? servers[0];
}

/** @param open connections of the services that we know of: what is beyond them is others' */
function allowanceBy(reading: DatabaseServerReading | undefined, open: number): Allowance | undefined {
	const {maxConnections, superuserReserved = 0, reserved = 0, connections, source = ''} = reading ?? {};
	if (maxConnections === undefined) return undefined;
	const by = (value: number): Sourced => ({value, source: 'measured', from: source});
	return {
		max: by(maxConnections),
		reserved: by(superuserReserved + reserved),
		others: connections === undefined ? undefined : by(Math.max(0, connections - open)),
	};
}
