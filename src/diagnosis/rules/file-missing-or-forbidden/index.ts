import {defineRule} from '../../contract.ts';
import {crashFindings} from '../../crash-findings.ts';
import {outlookOf} from '../../crash-words.ts';

export default defineRule({
	id: 'file-missing-or-forbidden',
	title: 'a program that lacks a file or a command, or may not use it',
	why: 'The image or a volume does not hold what the program needs, or its user may not read, write or run it.',
	remedy: 'Put the file into the image or mount it; give its user the right, with fsGroup or a volume that can be written.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision'],
	place: 'cause',
	find: (subject, cluster) =>
		crashFindings(subject, cluster, ['file', 'forbidden'], ({crashes, cause, about}) => {
			const line = crashes[0].words?.line ?? '';
			const file = about === '' ? 'a file' : about;
			const isCommand = /: (?:command )?not found$|executable file not found/.test(line);
			if (cause === 'file')
				return {
					words: isCommand
						? `the command ${about} is not in the image`.replace('  ', ' ')
						: `${file} is not there`,
					because: [],
					next: [
						`put ${about === '' ? 'it' : about} into the image${isCommand ? ', or correct the command' : ', or mount it'}`,
					],
					verdict: outlookOf(crashes),
				};
			const isReadOnly = /read-only file system|EROFS/i.test(line);
			return {
				words: isReadOnly
					? `${file} is on a file system that is read-only`
					: `it has no permission for ${file}`,
				because: [],
				next: isReadOnly
					? ['mount an emptyDir where it writes, or allow it to write (readOnlyRootFilesystem)']
					: ['let it run as a user who may (runAsUser, fsGroup), or change the rights in the image'],
				verdict: outlookOf(crashes),
			};
		}),
});
