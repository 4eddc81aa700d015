import {defineRule} from '../../contract.ts';
import {crashFindings} from '../../crash-findings.ts';

export default defineRule({
	id: 'disk-full',
	title: 'a program that ends because its disk is full',
	why: 'It cannot write any more, on a volume or on the node, and ends with it.',
	remedy: 'Make room, or give the volume a larger size.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision'],
	place: 'cause',
	find: (subject, cluster) =>
		crashFindings(subject, cluster, ['disk-full'], ({crashes: [{pod, words}], about}) => {
			// A database says so of itself in a line of its log.
			if (words?.exception !== undefined && OF_A_DATABASE.test(words.line))
				return {
					words: 'the disk of its database is full',
					because: [],
					next: ['make room on the volume of the database, or enlarge it'],
					verdict: 'struggling',
				};
			const claims = pod.spec.volumes.map(({claim}) => claim).filter(claim => claim !== '');
			return {
				words: `no space is left on its disk${about === '' ? '' : ` for ${about}`}`,
				because:
					claims.length === 0
						? ['it has no volume of its own: the disk of the node, or an emptyDir']
						: [`its volumes: ${claims.join(', ')}`],
				next:
					claims.length === 0
						? ['make room on the node, or mount a volume for what it writes']
						: [`enlarge ${claims.join(' or ')}, or make room on it`],
				verdict: 'struggling',
			};
		}),
});

/** What PostgreSQL and MySQL pass on to their clients. */
const OF_A_DATABASE =
	/\bDiskFull|could not (?:extend|write to|create) file "(?:base|pg_|global)|The table '[^']{1,200}' is full/;
