import {defineRule} from '../../contract.ts';
import {crashFindings} from '../../crash-findings.ts';

export default defineRule({
	id: 'module-missing',
	title: 'a program that imports a module which is not in its image',
	why: 'It is not installed, or not in this version, so the program fails at each start before it does anything.',
	remedy: 'Add it to the requirements and build the image again, or roll back.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision'],
	place: 'cause',
	find: (subject, cluster) =>
		crashFindings(subject, cluster, ['module-missing'], ({crashes: [{words}], about}) => {
			const isName = words?.line.includes('cannot import name') === true;
			const where = words?.exception?.where ?? '';
			if (words?.line.includes('Could not import module') === true)
				return {
					words: `the server cannot import the module ${about} of its command`,
					because: [],
					next: [`correct the module in the command, or look whether the image has ${about}`],
					verdict: 'doomed',
				};
			return {
				words:
					about === '' ? 'a module is missing' : isName ? `there is no ${about} to import` : inWords(about),
				because: where === '' ? [] : [`${where.replace(/ in <module>$/, '')} imports it`],
				next: ['add it to what the image installs, and build the image again'],
				verdict: 'doomed',
			};
		}),
});

function inWords(about: string): string {
	if (/\.so(?:\.|$)/.test(about)) return `the library ${about} is not in the image`;
	return about.startsWith('/') ? `${about} is not in the image` : `the module ${about} is not installed`;
}
