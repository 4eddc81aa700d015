import {defineRule} from '../../contract.ts';
import {dependencyFindings} from '../../dependency-findings.ts';

export default defineRule({
	id: 'database-starting',
	title: 'a database that is starting, stopping or recovering',
	why: 'It is there and does not serve yet; the program does not wait for it.',
	remedy: 'Wait, and look at the database when it takes longer than usual.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'traffic', 'workload', 'revision', 'service'],
	place: 'cause',
	find: (subject, cluster) =>
		dependencyFindings(subject, cluster, ['starting'], ({dependency: {label, behind, host}}) => ({
			words: `${label} is still starting, stopping or recovering`,
			next: [
				`look at the log of ${behind.length > 0 ? behind.map(({name}) => name).join(', ') : host || 'the database'}`,
			],
		})),
});
