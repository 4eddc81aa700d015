import {defineRule} from '../../contract.ts';
import {coupledTo} from '../../database/coupled.ts';
import {metered} from '../../database/metered.ts';
import {poolerLines} from '../../database/pooler-lines.ts';
import {saturatedOf} from '../../database/saturated.ts';
import {blamedServer} from '../../database/used.ts';
import {complaintsOfServing} from '../../traffic/complaints-of-serving.ts';
import {holderOf} from '../../traffic/holder.ts';
import {refOf} from '../../evidence.ts';

/** The pods that wait most, of many. */
const SHOWN_MAX = 4;

export default defineRule({
	id: 'pool-saturated',
	title: 'a pool of connections that is all in use, by its metrics, before requests fail for it',
	why: 'Every request that needs the database waits in line for a connection: all of them become slow, and soon some give up.',
	remedy: 'Look at what holds connections for long; then at the size of the pool, as far as the database has room.',
	about: 'workload',
	reads: ['database', 'traffic', 'pod', 'workload', 'revision', 'service'],
	place: 'cause',
	*find(subject, cluster) {
		const saturated = saturatedOf(subject, cluster);
		if (saturated === undefined) return;
		// Who writes of it names the same pools, and has the measured numbers.
		if (complaintsOfServing(subject, cluster, ['pool'], {isReadyOnly: false}).length > 0) return;
		const {used, full, words, isShort} = saturated;
		// They are full since each of their connections waits in another line.
		if (poolerLines(used).length > 0) return;
		const traffic = cluster.trafficOf(subject.service);
		const holder = traffic && holderOf(traffic);
		const coupled = coupledTo(subject);
		yield {
			verdict: isShort ? 'info' : 'struggling',
			confidence: 'certain',
			title: `Requests wait for a connection to ${used.state.server.label}: the pool is all in use`,
			because: [
				words,
				holder === undefined ? '' : `slowest in the same minutes: ${holder.words}`,
				...coupled.because,
			]
				.filter(text => text !== '')
				.join('; '),
			pods: full.map(({pod}) => pod),
			evidence: full
				.slice(0, SHOWN_MAX)
				.map(({pod, pool: {pool}, capacity}) =>
					metered(
						refOf(pod),
						`${pool.inUse ?? 0} of ${capacity} connections in use, ${pool.waiting ?? 0} waiting`,
					),
				),
			next: [
				`look for what holds connections for long: slow queries, long transactions, leaks${holder === undefined ? '' : `; first at ${holder.route}`}`,
				...coupled.next,
				'enlarge the pool, when the database allows so many connections for all pods',
			],
			blames: blamedServer(used),
		};
	},
});
