import {formatDuration} from '../../lib/figures.ts';
import type {DatabaseServerReading, PoolerReading} from '../../model/database-server.ts';

/** Who holds most comes first; so many are named. */
const NAMED_MAX = 6;

/** `active 12 · idle 60 · idle in transaction 3`, then who holds them, then what lasts; a text for each that is known. */
export function readingWords(reading: DatabaseServerReading): readonly string[] {
	const {source, byState, byApplication, longestTransactionMs, longestIdleInTransactionMs, locksWaiting} = reading;
	const lasts = [
		longestTransactionMs === undefined ? '' : `longest transaction ${formatDuration(longestTransactionMs)}`,
		longestIdleInTransactionMs === undefined
			? ''
			: `longest idle in transaction ${formatDuration(longestIdleInTransactionMs)}`,
		locksWaiting === undefined ? '' : `${locksWaiting} wait for a lock`,
	];
	const words = [counted('connections', byState), counted('held by', byApplication), joined(lasts)];
	return words.filter(text => text !== '').map(text => `${text} · measured: ${source}`);
}

/** Who waits for whom: `pid 412 of api waits 72s for pid 398 of psql, idle in transaction for 4m`; a text for each. */
export function blockedWords({blocked = [], blocking = []}: DatabaseServerReading): readonly string[] {
	const known = new Map([...blocking, ...blocked].map(one => [one.pid, one]));
	return blocked.map(({pid, application, ageMs, blockedBy}) => {
		const holders = blockedBy.slice(0, HOLDERS_MAX).map(holder => {
			const one = known.get(holder);
			if (one === undefined) return holder === 0 ? 'a prepared transaction' : `pid ${holder}`;
			return `${nameOf(one)}${one.state === '' ? '' : `, ${one.state}`}${lasting(' for ', one.ageMs)}`;
		});
		const rest = blockedBy.length > HOLDERS_MAX ? ` and ${blockedBy.length - HOLDERS_MAX} more` : '';
		return `${nameOf({pid, application})} waits${lasting(' ', ageMs)} for ${holders.join(' and ')}${rest}`;
	});
}

const HOLDERS_MAX = 2;

function nameOf({pid, application}: {readonly pid: number; readonly application: string}): string {
	return application === '' ? `pid ${pid}` : `pid ${pid} of ${application}`;
}

function lasting(before: string, ageMs: number | undefined): string {
	return ageMs === undefined ? '' : before + formatDuration(ageMs);
}

/** `PgBouncer  340 of 1000 clients, 12 wait, the first for 2.1s · 30 of 30 server connections taken` */
export function poolerWords({software, maxClients, pools}: PoolerReading): string {
	const sum = (of: (pool: PoolerReading['pools'][number]) => number): number =>
		pools.reduce((total, pool) => total + of(pool), 0);
	const waiting = sum(({clientsWaiting}) => clientsWaiting);
	const clients = sum(({clientsActive}) => clientsActive) + waiting;
	const first = Math.max(...pools.map(({longestWaitMs}) => longestWaitMs ?? -1), -1);
	const taken = sum(({serversActive}) => serversActive);
	const size = pools.every(pool => pool.size !== undefined) ? sum(pool => pool.size ?? 0) : undefined;
	return [
		`${software} ${clients} of ${maxClients ?? '?'} clients`,
		waiting === 0 ? 'none waits' : `${waiting} wait${first < 0 ? '' : `, the first for ${formatDuration(first)}`}`,
		`${taken} of ${size ?? '?'} server connections taken`,
		`measured: ${software}`,
	].join(' · ');
}

function counted(what: string, counts: ReadonlyMap<string, number>): string {
	if (counts.size === 0) return '';
	const sorted = [...counts].toSorted(([, a], [, b]) => b - a);
	const rest = sorted.length > NAMED_MAX ? [`${sorted.length - NAMED_MAX} more`] : [];
	const named = sorted.slice(0, NAMED_MAX).map(([name, count]) => `${name === '' ? 'unnamed' : name} ${count}`);
	return `${what} ${joined([...named, ...rest])}`;
}

function joined(words: readonly string[]): string {
	return words.filter(text => text !== '').join(' · ');
}
