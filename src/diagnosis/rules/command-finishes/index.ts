import type {Crash} from '../../crashes.ts';
import {defineRule} from '../../contract.ts';
import {maskCredentials} from '../../../lib/mask.ts';
import {podsOf} from '../../crash-findings.ts';
import {evidenceOf, inTitle, outlookOf, sinceOf, specOf} from '../../crash-words.ts';
import {rollBackFirst} from '../../roll-back.ts';
import {crashesOf} from '../../crashes.ts';

/** As much of a command as a sentence takes. */
const COMMAND_MAX = 60;

export default defineRule({
	id: 'command-finishes',
	title: 'a container whose command finishes, though it is to run for ever',
	why: 'It ends without an error, so it is started again and again: what runs there is not a server.',
	remedy: 'Give it a command that stays in the foreground, or make it a Job.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision'],
	place: 'cause',
	*find(subject, cluster) {
		const finishing = crashesOf(subject, cluster).filter(isFinishing);
		for (const [name, crashes] of Map.groupBy(finishing, ({container}) => container.name)) {
			const [first] = crashes;
			if (first === undefined) continue;
			const spec = specOf(first.pod, first.container);
			const command = inTitle(
				maskCredentials([...(spec?.command ?? []), ...(spec?.args ?? [])].join(' ')),
				COMMAND_MAX,
			);
			yield {
				key: name,
				verdict: outlookOf(crashes),
				confidence: 'likely',
				title: `${subject.who} end without an error, again and again: the command of ${name} finishes`,
				because: command === '' ? 'it is the command of the image' : `it runs ${command}`,
				pods: podsOf(crashes),
				evidence: evidenceOf(crashes, cluster),
				next: [...rollBackFirst(subject), 'give it a command that stays in the foreground, or make it a Job'],
				since: sinceOf(crashes, cluster.now),
			};
		}
	},
});

function isFinishing({exit, phase, container, atStart, pod}: Crash): boolean {
	return (
		exit.code === 0 &&
		exit.signal === 0 &&
		phase !== 'serves' &&
		atStart &&
		container.role === 'app' &&
		pod.spec.restartPolicy === 'Always'
	);
}
