import {defineRule} from '../../contract.ts';
import {dependencyFindings} from '../../dependency-findings.ts';

export default defineRule({
	id: 'database-timeout',
	title: 'a database, or another server, that does not answer',
	why: 'Packets get lost: a firewall or a NetworkPolicy, a wrong address, a server that hangs. Without an answer the program cannot start.',
	remedy: 'Check the address, and what stands between: NetworkPolicies, security groups.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'traffic', 'workload', 'revision', 'service'],
	place: 'cause',
	find: (subject, cluster) =>
		dependencyFindings(subject, cluster, ['timeout'], ({trouble: {line}, dependency: {label, host}}) => ({
			words: /no route|unreachable/i.test(line) ? `there is no way to ${label}` : `${label} does not answer`,
			next: [
				`check the address ${host || 'in its settings'}, and what stands between: NetworkPolicies, security groups, TLS`,
			],
			confidence: 'likely',
		})),
});
