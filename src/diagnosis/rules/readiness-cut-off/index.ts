import {defineRule} from '../../contract.ts';
import {unreadyFindings} from '../../probes/unready-findings.ts';

export default defineRule({
	id: 'readiness-cut-off',
	title: 'a readiness probe that gets no answer that it understands',
	why: 'The connection is closed or redirected before there is an answer, so the pods get no traffic.',
	remedy: 'See what listens on that port: a program that dies of the request, or one that speaks something else.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision', 'service'],
	place: 'failure',
	find: (subject, cluster) =>
		unreadyFindings(subject, cluster, ['cut', 'other'], ({lead: {container}}) => ({
			next: [`see in the log of ${container.name} what becomes of the request`],
		})),
});
