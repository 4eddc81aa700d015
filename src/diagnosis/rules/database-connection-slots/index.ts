import {budgetOf} from '../../connection-budget.ts';
import {defineRule} from '../../contract.ts';
import {budgetByState} from '../../database/budget-by-state.ts';
import {dependencyFindings} from '../../dependency-findings.ts';

export default defineRule({
	id: 'database-connection-slots',
	title: 'a database that has no connection left for the program',
	why: 'All connections that the server allows are taken, usually by the pools of the pods themselves: some serve, the next one fails.',
	remedy: 'Make the pools smaller, run fewer pods, or put a pooler such as PgBouncer between them.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'traffic', 'database', 'workload', 'revision', 'service', 'hpa'],
	place: 'cause',
	find: (subject, cluster) =>
		dependencyFindings(subject, cluster, ['slots', 'proxy'], ({sufferers: [{container}], dependency}) => {
			const {label, behind, service} = dependency;
			const own = subject.service && cluster.databaseOf(subject.service);
			const budget =
				(own && budgetByState(own, subject, service)) ??
				budgetOf(subject, container.name, behind, service?.name ?? label);
			return {
				words: `${label} has no connection slot left`,
				because: budget.because,
				next: [...budget.next, 'or put PgBouncer between them, or raise max_connections'],
				// Where some serve, one of them may give a connection back.
				isLasting: subject.pods.every(({ready}) => !ready),
				confidence: 'certain',
			};
		}),
});
