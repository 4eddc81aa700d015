import {defineRule} from '../../contract.ts';
import {dependencyFindings} from '../../dependency-findings.ts';

export default defineRule({
	id: 'database-authentication',
	title: 'a database that does not let the program in',
	why: 'User, password or database name are not those that it knows, often after a Secret was changed on one side only.',
	remedy: 'Correct the credentials, and restart the pods that still hold the old ones.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'traffic', 'workload', 'revision', 'service', 'secret'],
	place: 'cause',
	find: (subject, cluster) =>
		dependencyFindings(subject, cluster, ['auth'], ({trouble: {line}, dependency: {label}}) => {
			const {named, known = named?.replace(':', ''), thing = known} = MISSING.exec(line)?.groups ?? {};
			if (thing !== undefined)
				return {
					words: `${label} has no ${thing}`,
					next: [`create the ${thing}, or correct its name in the settings`],
					isLasting: true,
				};
			const {right} = FORBIDDEN.exec(line)?.groups ?? {};
			if (right !== undefined)
				return {
					words: `${label} does not let its user use ${right}`,
					next: [`grant its user ${right}`],
					isLasting: true,
				};
			return {
				words: `${label} does not accept ${/pg_hba/.test(line) ? 'its host and user (pg_hba.conf)' : 'its user or password'}`,
				next: ['correct user and password in what its environment comes from, then restart the pods'],
				isLasting: true,
			};
		}),
});

const MISSING =
	/(?<thing>(?:database|role) "[^"]{1,100}") does not exist|Unknown (?<known>database '[^']{1,100}')|no such (?<named>database: [\w.-]{1,100})/;
const FORBIDDEN = /permission denied for (?<right>(?:table|relation|schema|database|sequence) [\w."]{1,100})/i;
