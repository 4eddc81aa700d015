import {formatAge} from '../../../lib/age.ts';
import {defineRule} from '../../contract.ts';
import {metered} from '../../database/metered.ts';
import {isFirst, usedBy} from '../../database/used.ts';
import {refOf} from '../../evidence.ts';
import {counted} from '../../phrases.ts';

/** Nobody thinks for so long between two statements. */
const LONG_MS = 60_000;
/** Where nobody waits for it yet: rows stay locked and nothing is cleaned up. */
const VERY_LONG_MS = 5 * 60_000;

export default defineRule({
	id: 'idle-in-transaction',
	title: 'a transaction that was begun and in which nothing happens',
	why: 'It keeps its connection, its locks and all old versions of rows; who needs one of them waits.',
	remedy: 'End transactions before anything slow is done, and set idle_in_transaction_session_timeout.',
	about: 'workload',
	reads: ['database', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		const used = usedBy(subject, cluster);
		const reading = used?.state.reading;
		if (used === undefined || reading === undefined) return;
		const {longestIdleInTransactionMs: longest = 0, locksWaiting: blocked = 0} = reading;
		if (longest <= (blocked > 0 ? LONG_MS : VERY_LONG_MS - 1)) return;
		// An exporter does not say whose it is: most likely of those who hold most.
		if (!isFirst(used, ({inUse, user: {share}}) => inUse ?? share?.pods ?? 0)) return;
		const idle = reading.byState.get('idle in transaction');
		const isOnly = used.state.users.length === 1;
		const {label, behind} = used.state.server;
		yield {
			verdict: blocked > 0 ? 'struggling' : 'info',
			confidence: isOnly ? 'likely' : 'possible',
			title: `A transaction on ${label} is idle for ${formatAge(longest)}${blocked > 0 ? `, and ${counted(blocked, 'session')} ${blocked === 1 ? 'waits' : 'wait'} for a lock` : ''}`,
			because: [
				idle === undefined ? '' : `${counted(idle, 'connection')} idle in transaction`,
				isOnly ? '' : `it may be of any of ${counted(used.state.users.length, 'service')} that use ${label}`,
			]
				.filter(text => text !== '')
				.join('; '),
			evidence: [
				metered(
					refOf(behind[0] ?? subject.object),
					`longest idle in transaction ${formatAge(longest)}, ${blocked} waiting for locks`,
				),
			],
			next: [
				`look it up: select pid, application_name, query from pg_stat_activity where state = 'idle in transaction' order by state_change`,
				'end it with pg_terminate_backend(pid), and look for what the program does between two statements',
				'set idle_in_transaction_session_timeout',
			],
			since: cluster.now - longest,
		};
	},
});
