import {exitMeaning, exitName} from '../../../model/exit-code.ts';
import type {Verdict} from '../../../model/finding.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule, type Draft} from '../../contract.ts';
import {causeOf} from '../../crash-cause.ts';
import {podsOf} from '../../crash-findings.ts';
import {evidenceOf, inTitle, lifeInWords, openingOf, outlookOf, changeInWords, sinceOf} from '../../crash-words.ts';
import {rollBackFirst} from '../../roll-back.ts';
import {type Crash, crashedAgain, crashesOf} from '../../crashes.ts';
import type {PodsSubject} from '../../subject.ts';
import {isPassing} from '../../sufferers.ts';
import {togetherInWords} from './together.ts';

/** A title has about a hundred characters, and the opening takes some. */
const WORDS_MAX = 72;

export default defineRule({
	id: 'crash-loop',
	title: 'containers that end with an error again and again',
	why: 'The program ends by itself, and Kubernetes waits longer before each new start.',
	remedy: 'Read what it wrote last, and roll back when only the new revision does it.',
	about: 'pods',
	reads: ['pod', 'event', 'log', 'workload', 'revision', 'service'],
	place: 'failure',
	*find(subject, cluster) {
		const crashes = crashesOf(subject, cluster).filter(
			({container, exit}) => container.role !== 'init' && exit.code !== 0,
		);
		for (const [, group] of Map.groupBy(crashes, ({container}) => container.name)) {
			const failing = group.filter(
				crash => isFailing(crash, subject, cluster.now) && !isPassing(crash, subject, cluster),
			);
			if (failing.length > 0) yield loopOf(failing, subject, cluster);
			else if (group.every(isOver)) yield recoveredOf(group, subject, cluster);
		}
	},
});

/** It may serve just now: who lives for a while between two crashes is no better off. */
function isFailing({phase, pod, container, exit, atStart}: Crash, subject: PodsSubject, now: number): boolean {
	if (phase !== 'serves') return true;
	const outlivesAt = container.startedAt + exit.finishedAt - exit.startedAt;
	subject.lookAgainAt(outlivesAt + 1);
	return !atStart && crashedAgain(pod, container, exit, now) && now <= outlivesAt;
}

/** Told to end is no crash when it happened once. */
function isOver({phase, exit}: Crash): boolean {
	return phase === 'serves' && exit.code !== 143 && exit.code !== 130;
}

function loopOf(crashes: readonly Crash[], subject: PodsSubject, cluster: Cluster): Draft {
	const [first] = crashes as readonly [Crash, ...Crash[]];
	const {words, exit, container} = first;
	return {
		key: container.name,
		verdict: verdictOf(crashes),
		confidence: words === undefined ? 'likely' : 'certain',
		title: `${openingOf(subject, first)} with ${exitName(exit)}: ${reasonOf(first)}`,
		because: [
			logInWords(words),
			raisedInWords(first),
			lifeInWords(first),
			togetherInWords(crashes),
			changeInWords(subject),
		]
			.filter(text => text !== '')
			.join('; '),
		pods: podsOf(crashes),
		evidence: evidenceOf(crashes, cluster),
		next: [...rollBackFirst(subject), `read the log of the last run of ${container.name}`],
		since: sinceOf(crashes, cluster.now),
	};
}

/** Where a cause is known its rule says whether there is hope. At once there is none for what the text of a program decides on. */
function verdictOf(crashes: readonly Crash[]): Verdict {
	if (crashes.some(crash => causeOf(crash) !== undefined)) return 'struggling';
	const isOfCode = crashes.every(({words, phase}) => words?.exception?.atImport === true && phase !== 'serves');
	return isOfCode ? 'doomed' : outlookOf(crashes);
}

function recoveredOf(crashes: readonly Crash[], subject: PodsSubject, cluster: Cluster): Draft {
	const [first] = crashes as readonly [Crash, ...Crash[]];
	return {
		key: first.container.name,
		verdict: 'info',
		confidence: 'certain',
		title: `${subject.who} crashed and run again: ${exitName(first.exit)}, ${reasonOf(first)}`,
		because: togetherInWords(crashes),
		pods: podsOf(crashes),
		evidence: evidenceOf(crashes, cluster),
		next: [`read the log of the run before of ${first.container.name}`],
		since: Math.min(...crashes.map(({exit}) => exit.finishedAt)),
	};
}

function logInWords(words: Crash['words']): string {
	if (words === undefined) return 'its log could not be read yet, or is forbidden';
	return words.tail.length === 0 ? 'it ended without a word in its log' : '';
}

function raisedInWords({words}: Crash): string {
	const where = words?.exception?.where ?? '';
	return where === '' ? '' : `raised in ${where}`;
}

/** What it wrote last, else what its code means: so, too, where another finding speaks of its words. */
function reasonOf(crash: Crash): string {
	const {words, exit} = crash;
	const line = words?.line ?? '';
	if (line !== '' && causeOf(crash) === undefined) return inTitle(line, WORDS_MAX);
	const meaning = exitMeaning(exit);
	return (meaning.length <= MEANING_MAX ? meaning : meaning.split(' (')[0]) || 'nobody knows why';
}

/** The longer ones name all that it may have been. */
const MEANING_MAX = 40;
