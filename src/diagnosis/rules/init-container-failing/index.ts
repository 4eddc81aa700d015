import {exitName} from '../../../model/exit-code.ts';
import {defineRule} from '../../contract.ts';
import {causeOf} from '../../crash-cause.ts';
import {podsOf} from '../../crash-findings.ts';
import {evidenceOf, inTitle, outlookOf, sinceOf} from '../../crash-words.ts';
import {rollBackFirst} from '../../roll-back.ts';
import {crashesOf} from '../../crashes.ts';
import {isPassing} from '../../sufferers.ts';

/** A title has about a hundred characters, and the name takes some. */
const WORDS_MAX = 60;

export default defineRule({
	id: 'init-container-failing',
	title: 'an init container that ends with an error again and again',
	why: 'The containers of the pod are not started before it has succeeded, a migration for example.',
	remedy: 'Read what it wrote last; roll back when only the new revision does it.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision', 'service'],
	place: 'failure',
	*find(subject, cluster) {
		const failing = crashesOf(subject, cluster).filter(
			crash => crash.container.role === 'init' && !isPassing(crash, subject, cluster),
		);
		for (const [name, crashes] of Map.groupBy(failing, ({container}) => container.name)) {
			const [first] = crashes;
			if (first === undefined) continue;
			const words = inTitle(first.words?.line ?? '', WORDS_MAX);
			yield {
				key: name,
				// Where a cause is known its rule says whether there is hope.
				verdict: crashes.some(crash => causeOf(crash) !== undefined) ? 'struggling' : outlookOf(crashes),
				confidence: 'certain',
				title: `${subject.who} do not start, init container ${name} fails with ${exitName(first.exit)}${words === '' ? '' : `: ${words}`}`,
				because: waitingInWords(first.pod.containers),
				pods: podsOf(crashes),
				evidence: evidenceOf(crashes, cluster),
				next: [...rollBackFirst(subject), `read the log of init container ${name}`],
				since: sinceOf(crashes, cluster.now),
			};
		}
	},
});

function waitingInWords(containers: readonly {readonly name: string; readonly role: string}[]): string {
	const apps = containers.filter(({role}) => role === 'app').map(({name}) => name);
	return apps.length === 0 ? '' : `${apps.join(', ')} ${apps.length === 1 ? 'waits' : 'wait'} for it`;
}
