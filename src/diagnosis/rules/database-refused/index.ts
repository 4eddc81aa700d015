import {defineRule} from '../../contract.ts';
import {dependencyFindings} from '../../dependency-findings.ts';

export default defineRule({
	id: 'database-refused',
	title: 'a database, or another server, that refuses or drops connections',
	why: 'Nothing listens there: it is down, scaled to 0, or the address or the port is wrong. The program cannot do without it.',
	remedy: 'Bring it back, or correct the address.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'traffic', 'workload', 'revision', 'service'],
	place: 'cause',
	find: (subject, cluster) =>
		dependencyFindings(
			subject,
			cluster,
			['refused', 'lost'],
			({trouble, dependency: {label, behind, host, isGone}}) => ({
				words: `${label} ${trouble.category === 'lost' ? 'drops its connections' : 'refuses connections'}`,
				isLasting: isGone,
				next: [
					behind.some(({workload}) => workload.wanted === 0)
						? `scale ${behind.map(({name}) => name).join(', ')} up again`
						: `look at ${behind.length > 0 ? behind.map(({name}) => name).join(', ') : host || 'the other side'}: does it run, and listen there?`,
				],
			}),
		),
});
