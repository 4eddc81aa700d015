import {defineRule} from '../../contract.ts';
import {dependencyFindings} from '../../dependency-findings.ts';

export default defineRule({
	id: 'database-unknown-host',
	title: 'a database, or another server, whose name is not found',
	why: 'DNS knows no such name: it is mistyped, its Service is missing or in another namespace, or DNS itself does not answer.',
	remedy: 'Correct the name, or create the Service.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'traffic', 'workload', 'revision', 'service'],
	place: 'cause',
	find: (subject, cluster) =>
		dependencyFindings(subject, cluster, ['dns'], ({trouble, dependency: {host, service, isMissing}}) => {
			const isPassing = /temporary failure|EAI_AGAIN|server misbehaving/i.test(trouble.line);
			const name =
				host === ''
					? `the host of ${trouble.system === '' ? 'what it connects to' : trouble.system}`
					: `the host ${host}`;
			return {
				words: `${name} is not found in DNS`,
				because: service === undefined || isMissing ? [] : [`Service ${service.name} is there`],
				next:
					isPassing && !isMissing
						? ['look at the DNS of the cluster (coredns)', `check the name ${host || 'in its settings'}`]
						: [`correct the name ${host || 'in its settings'}, or create its Service`],
				isLasting: isMissing,
				...(isMissing || host === '' ? {} : {confidence: 'likely' as const}),
			};
		}),
});
