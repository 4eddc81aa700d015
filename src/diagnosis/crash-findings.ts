import type {Confidence, Verdict} from '../model/finding.ts';
import type {Cluster} from './cluster.ts';
import type {Draft} from './contract.ts';
import {type CrashCause, causeOf} from './crash-cause.ts';
import {evidenceOf, openingOf, changeInWords, sinceOf} from './crash-words.ts';
import {rollBackFirst} from './roll-back.ts';
import {type Crash, crashesOf} from './crashes.ts';
import type {PodsSubject} from './subject.ts';

/** What a rule says of crashes of one container for one reason. */
export interface Saying {
	/** The end of the title: `the module redis is not installed`. */
	readonly words: string;
	/** Proofs, the most telling first; empty ones are left out. */
	readonly because: readonly string[];
	readonly next: readonly string[];
	readonly verdict: Verdict;
	readonly confidence?: Confidence;
	/** Uids of objects whose trouble this may follow from. */
	readonly follows?: readonly string[];
}

/** Crashes of one container that are about the same thing; the first has words. */
export interface CrashGroup {
	readonly crashes: readonly [Crash, ...Crash[]];
	readonly cause: CrashCause;
	/** The module, the setting, the file, as the log names it. */
	readonly about: string;
}

/** Findings of crashes whose last words name one of these causes, one for each container and thing. */
export function* crashFindings(
	subject: PodsSubject,
	cluster: Cluster,
	causes: readonly CrashCause[],
	say: (group: CrashGroup) => Saying,
): Generator<Draft> {
	for (const group of groupsOf(crashesOf(subject, cluster), causes)) {
		const {crashes, about} = group;
		const {words, because, next, verdict, confidence = 'certain', follows = []} = say(group);
		yield {
			key: keyOf(crashes[0], about),
			verdict,
			confidence,
			title: `${openingOf(subject, crashes[0])}: ${words}`,
			because: [...because, changeInWords(subject)].filter(text => text !== '').join('; '),
			pods: podsOf(crashes),
			evidence: evidenceOf(crashes, cluster),
			next: [...rollBackFirst(subject), ...next],
			since: sinceOf(crashes, cluster.now),
			follows,
		};
	}
}

/** Each pod once. */
export function podsOf(crashes: readonly Crash[]): readonly Crash['pod'][] {
	return [...new Set(crashes.map(({pod}) => pod))];
}

/** Longer names of files and modules say no more. */
const ABOUT_MAX = 80;

/** Numbers in a name are of one run only: `/tmp/build-4711`. */
function keyOf({container}: Crash, about: string): string {
	return `${container.name}/${about.replaceAll(/\d+/g, '#')}`;
}

function groupsOf(crashes: readonly Crash[], causes: readonly CrashCause[]): readonly CrashGroup[] {
	const groups = new Map<string, {crashes: [Crash, ...Crash[]]; cause: CrashCause; about: string}>();
	for (const crash of crashes) {
		const cause = crash.phase === 'serves' ? undefined : causeOf(crash);
		if (cause === undefined || !causes.includes(cause)) continue;
		const about = (crash.words?.startupOf ?? '').slice(0, ABOUT_MAX);
		const key = `${cause}/${keyOf(crash, about)}`;
		const group = groups.get(key);
		if (group === undefined) groups.set(key, {crashes: [crash], cause, about});
		else group.crashes.push(crash);
	}
	return [...groups.values()];
}
