import {defineRule} from '../../contract.ts';
import {metered} from '../../database/metered.ts';
import {usedBy} from '../../database/used.ts';
import {refOf} from '../../evidence.ts';
import {ENOUGH} from '../../traffic/figures.ts';

/** New connections for each request, and per second: pools that grow, or renew what is old, stay far below. */
const SHARE = 0.8;
const PER_SECOND = 5;

export default defineRule({
	id: 'connection-churn',
	title: 'a program that opens a connection to its database for nearly each request',
	why: 'To open one takes longer than most queries, and costs the server a process each time: there is no pool, or it keeps nothing.',
	remedy: 'Use a pool, or let it keep its connections; or put PgBouncer between them.',
	about: 'workload',
	reads: ['database', 'traffic', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		const used = usedBy(subject, cluster);
		const traffic = cluster.trafficOf(subject.service);
		const opened = used?.own.openedPerSecond;
		if (used === undefined || traffic === undefined || opened === undefined) return;
		const {count, rate} = traffic.total.m1;
		if (opened < PER_SECOND || count < ENOUGH || opened < SHARE * rate) return;
		const words = `${opened.toFixed(1)} new connections and ${rate.toFixed(1)} requests per second`;
		const {library = ''} = used.own.user.pool ?? {};
		yield {
			verdict: 'info',
			confidence: 'likely',
			title: `Nearly every request opens a connection to ${used.state.server.label}`,
			because: words,
			evidence: [metered(refOf(subject.object), words, traffic.at)],
			next: [
				library === 'Django'
					? 'set CONN_MAX_AGE, or a pool in OPTIONS'
					: 'use a pool, and see that it keeps its connections: no NullPool, a size above 0, one engine per process',
				'or put PgBouncer between them',
			],
		};
	},
});
