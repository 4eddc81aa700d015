import type {PoolerPool} from '../../../model/database-server.ts';
import {isLive} from '../../../services/revisions.ts';
import {defineRule} from '../../contract.ts';
import {metered} from '../../database/metered.ts';
import {poolerLines} from '../../database/pooler-lines.ts';
import {usedBy} from '../../database/used.ts';
import {refOf} from '../../evidence.ts';
import {counted} from '../../phrases.ts';
import {durationInWords} from '../../traffic/figures.ts';
import {holderOf} from '../../traffic/holder.ts';

export default defineRule({
	id: 'pgbouncer-waiting',
	title: 'clients that wait in a pooler such as PgBouncer for a connection to the server',
	why: 'The pooler has fewer connections to the server than are wanted at once: every request waits in line, though nobody refuses it.',
	remedy: 'Look at what holds the connections for long; then enlarge the pool of the pooler, as far as the server has room.',
	about: 'workload',
	reads: ['database', 'traffic', 'pod', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		const used = usedBy(subject, cluster);
		const pooler = used?.state.pooler;
		if (used === undefined || pooler === undefined) return;
		const waiting = poolerLines(used);
		const [worst] = waiting;
		if (worst === undefined) return;
		const {label, behind} = used.state.server;
		const traffic = cluster.trafficOf(subject.service);
		const holder = traffic && holderOf(traffic);
		const of = behind[0] ?? subject.object;
		const longest = durationInWords(worst.longestWaitMs ?? 0);
		yield {
			verdict: 'struggling',
			confidence: 'certain',
			title: `Requests wait in ${pooler.software} (${label}) for a connection to the server, up to ${longest}`,
			because: [
				`${counted(worst.clientsWaiting, 'client')} of ${worst.database} ${worst.clientsWaiting === 1 ? 'waits' : 'wait'}`,
				serversInWords(worst),
			].join('; '),
			pods: subject.pods.filter(isLive),
			affects: behind.map(({workload}) => workload),
			evidence: waiting
				.slice(0, 2)
				.map(pool =>
					metered(
						refOf(of),
						`${pool.database}/${pool.user}: ${pool.clientsWaiting} waiting, ${pool.serversActive} servers active, ${pool.serversIdle} idle`,
					),
				),
			next: isFull(worst)
				? [
						holder === undefined
							? 'look for what holds connections for long: slow queries, long transactions'
							: `look at slow queries and long transactions; the slowest route is ${holder.words}`,
						`enlarge default_pool_size${worst.size === undefined ? '' : ` above ${worst.size}`}, when the server allows so many connections`,
					]
				: [
						`see why ${pooler.software} gets no more connections: max_db_connections, its log, the server's max_connections`,
					],
		};
	},
});

function isFull({size, serversActive, serversIdle}: PoolerPool): boolean {
	return size === undefined ? serversIdle === 0 : serversActive >= size;
}

/** `all 20 connections to the server are in use`. */
function serversInWords(pool: PoolerPool): string {
	const {size, serversActive} = pool;
	if (isFull(pool)) return `all ${size ?? serversActive} connections to the server are in use`;
	return `${serversActive}${size === undefined ? '' : ` of ${size}`} connections to the server are in use: it does not get more, or not in time`;
}
