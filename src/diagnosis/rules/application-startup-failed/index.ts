import {defineRule} from '../../contract.ts';
import {crashFindings} from '../../crash-findings.ts';
import {inTitle, outlookOf} from '../../crash-words.ts';

/** A title has about a hundred characters, and the opening takes some. */
const WORDS_MAX = 80;

export default defineRule({
	id: 'application-startup-failed',
	title: 'an application whose start fails in uvicorn or gunicorn',
	why: 'The server itself is well; the application raised an exception while it was loaded or started.',
	remedy: 'Read the exception: it is in the code or in what the code was given. Roll back when it is new.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision'],
	place: 'cause',
	find: (subject, cluster) =>
		crashFindings(subject, cluster, ['application'], ({crashes}) => {
			const [{words}] = crashes;
			const where = words?.exception?.where ?? '';
			const line = words?.line ?? '';
			return {
				words: line === '' ? 'the application does not start' : inTitle(line, WORDS_MAX),
				because: where === '' ? [] : [`raised in ${where}`],
				next: [where === '' ? 'read the log of its last run' : `look at ${where}`],
				verdict: words?.exception?.atImport === true ? 'doomed' : outlookOf(crashes),
			};
		}),
});
