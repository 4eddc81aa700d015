import type {LoggedTrouble} from '../../../telemetry/last-words.ts';
import {defineRule} from '../../contract.ts';
import {servingFindings} from '../../traffic/serving-findings.ts';

export default defineRule({
	id: 'database-locks',
	title: 'statements that a database cancels: time-outs, locks, deadlocks',
	why: 'They take longer than they may, wait for rows that another transaction has locked, or block each other; the request that sent them fails.',
	remedy: 'Look at the statement, and at who holds the locks; keep transactions short and their order the same.',
	about: 'workload',
	reads: ['traffic', 'pod', 'workload', 'revision', 'service'],
	place: 'cause',
	*find(subject, cluster) {
		yield* servingFindings(
			subject,
			cluster,
			['deadlock', 'statement-timeout', 'lock-timeout'],
			({trouble: {category}, dependency: {label, behind}, incident: {where}}) => ({
				words: wordsOf(category, label === 'what it connects to' ? 'the database' : label),
				next: [
					...(where === '' ? [] : [`look at the statement of ${where}`]),
					category === 'deadlock'
						? 'change rows in the same order everywhere, and try again what was the victim'
						: `look for long transactions and locks${behind.length === 0 ? '' : ` in ${behind.map(({name}) => name).join(', ')}`}: pg_stat_activity, pg_blocking_pids()`,
				],
			}),
		);
	},
});

function wordsOf(category: LoggedTrouble['category'], label: string): string {
	if (category === 'deadlock') return `transactions block each other on ${label} (deadlock)`;
	if (category === 'lock-timeout') return `statements wait too long for a lock on ${label} (lock timeout)`;
	return `${label} cancels statements that take too long (statement timeout)`;
}
