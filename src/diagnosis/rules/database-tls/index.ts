import {defineRule} from '../../contract.ts';
import {dependencyFindings} from '../../dependency-findings.ts';

export default defineRule({
	id: 'database-tls',
	title: 'a database, or another server, that does not agree with the program about TLS',
	why: 'One side wants an encrypted connection and the other does not, or a certificate is not trusted.',
	remedy: 'Set the TLS mode of the connection (sslmode), or give the program the certificate of the authority.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'traffic', 'workload', 'revision', 'service'],
	place: 'cause',
	find: (subject, cluster) =>
		dependencyFindings(subject, cluster, ['tls'], ({trouble: {line}, dependency: {label}}) => {
			if (/no encryption|SSL off|SSL required|insecure transport/i.test(line))
				return {
					words: `${label} accepts encrypted connections only`,
					next: ['set sslmode=require in the address'],
					isLasting: true,
				};
			if (/does not support|not enabled on the server|rejected SSL|wrong.version.number|first record/i.test(line))
				return {
					words: `${label} does not speak TLS`,
					next: ['connect without TLS (sslmode=disable), or enable it on the server'],
					isLasting: true,
				};
			if (/expired/i.test(line))
				return {
					words: `the certificate of ${label} has expired`,
					next: ['renew the certificate of the server'],
					isLasting: true,
				};
			return {
				words: `the certificate of ${label} is not trusted`,
				next: ['give the program the certificate of the authority, or correct the host name'],
				isLasting: true,
			};
		}),
});
