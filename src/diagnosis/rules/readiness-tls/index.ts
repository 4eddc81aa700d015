import {defineRule} from '../../contract.ts';
import {unreadyFindings} from '../../probes/unready-findings.ts';

export default defineRule({
	id: 'readiness-tls',
	title: 'a readiness probe that speaks TLS where the program does not, or the other way round',
	why: 'The two do not understand each other, so the pods never get ready.',
	remedy: 'Set the scheme of the probe to what the port speaks.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision', 'service'],
	place: 'failure',
	find: (subject, cluster) =>
		unreadyFindings(subject, cluster, ['tls'], ({lead: {probe}}) => ({
			isHopeless: true,
			next: [
				probe.scheme === 'HTTPS'
					? 'set the scheme of the probe to HTTP'
					: 'set the scheme of the probe to HTTPS',
			],
		})),
});
