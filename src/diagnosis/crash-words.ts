import {exitMeaning, exitName} from '../model/exit-code.ts';
import {formatAge} from '../lib/age.ts';
import {retryAt} from '../model/back-off.ts';
import type {Evidence, Verdict} from '../model/finding.ts';
import type {ContainerSpec} from '../model/pod-spec.ts';
import type {ContainerRow, Exit, PodRow} from '../model/pod.ts';
import type {LastWords, LoggedTrouble} from '../telemetry/last-words.ts';
import type {Cluster} from './cluster.ts';
import type {Crash} from './crashes.ts';
import {LATELY_MS} from './lately.ts';
import {readFrom, seenOn} from './evidence.ts';
import {oneLine} from './phrases.ts';
import type {PodsSubject} from './subject.ts';
import {whatChanged} from './what-changed.ts';

/** The beginning of a title: `New pods exit at start`, `Pods do not start, init container migrate fails`. */
export function openingOf({who}: PodsSubject, {pod, container, atStart}: Crash): string {
	if (container.role === 'init') return `${who} do not start, init container ${container.name} fails`;
	const isOneOfMany = pod.containers.filter(({role}) => role !== 'init').length > 1;
	return `${who} ${atStart ? 'exit at start' : 'crash'}${isOneOfMany ? ` in container ${container.name}` : ''}`;
}

/** What others do to a database and will be done with: a lock, a pool that is full, a statement that took too long. */
const PASSING: ReadonlySet<string> = new Set<LoggedTrouble['category']>([
	...(['pool', 'deadlock', 'lock-timeout', 'statement-timeout'] as const),
]);

/**
 * Whether it can get well by itself. It cannot when it died at its start each time, in the same way: a third start will not be
 * another one.
 */
export function outlookOf(crashes: readonly Crash[]): Verdict {
	const isSame = crashes.every(({pod, container, exit, atStart}) => {
		const {lastExit, restarts} = container;
		return atStart && restarts >= 2 && (lastExit === undefined || lastExit.code === exit.code) && !pod.ready;
	});
	const isLasting = crashes.every(({words}) => words !== undefined && !isPassing(words));
	return isSame && isLasting ? 'doomed' : 'struggling';
}

/** Who did not answer in time, may answer the next time. */
function isPassing({trouble, exception}: LastWords): boolean {
	return PASSING.has(trouble?.category ?? '') || /Timeout(?:Error|Exception)?$/.test(exception?.name ?? '');
}

/** A line of a log as the end of a title: one sentence of about a hundred characters has no full stop, and when it was is told below. */
export function inTitle(line: string, charsMax: number): string {
	return oneLine(line.replace(WHEN, ''), charsMax).replace(/[.:;,]+$/, '');
}

/** `2026-11-24 11:59:40.123 UTC [1] `, `2026-11-24T11:59:40Z `, `[2026-11-24 11:59:40 +0000] [7] ` */
const WHEN =
	/^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z| ?[+-]\d\d:?\d\d| [A-Z]{1,5})?\]? {1,3}(?:\[\d{1,10}\] {1,3})?/;

/** How they ended, how often, and what they wrote last. */
export function evidenceOf(crashes: readonly Crash[], cluster: Cluster): readonly Evidence[] {
	const [first] = crashes;
	if (first === undefined) return [];
	const {pod, container, exit} = first;
	const said = crashes.flatMap(crash =>
		crash.words === undefined || crash.words.line === ''
			? []
			: readFrom(crash.speaker, crash.container, crash.words, crash.words.line),
	);
	const retry = retryAt(container);
	return [
		...said.slice(0, 2),
		seenOn(pod, exitsInWords(crashes, cluster.now), exit.finishedAt || undefined),
		...(retry === undefined
			? []
			: [
					seenOn(
						pod,
						`CrashLoopBackOff: ${formatAge(retry - exit.finishedAt)} until the next start`,
						exit.finishedAt,
					),
				]),
	];
}

/** `exit 3 ×12: application startup failed`, of all of them. */
function exitsInWords(crashes: readonly Crash[], now: number): string {
	const [first] = crashes;
	if (first === undefined) return '';
	const name = exitName(first.exit);
	const alike = crashes.filter(({exit}) => exitName(exit) === name);
	const count = alike.reduce((sum, {exits}) => sum + exits, 0);
	const isOld = alike.some(({pod}) => pod.createdAt < now - LATELY_MS);
	const times = count < 2 ? '' : isOld ? ` (×${count} since its pods were made)` : ` ×${count}`;
	const meaning = exitMeaning(first.exit);
	return `${name}${times}${meaning === '' ? '' : `: ${meaning}`}`;
}

/** When it began; undefined where no kubelet says. */
export function sinceOf(crashes: readonly Crash[], now: number): number | undefined {
	const times = crashes.flatMap(({pod, container, exit, atStart}) => {
		// Who never lived has been dying since it was made.
		const at = atStart && pod.createdAt > now - LATELY_MS ? pod.createdAt : firstRunOf(container, exit).startedAt;
		return at > 0 ? at : [];
	});
	return times.length === 0 ? undefined : Math.min(...times);
}

function firstRunOf({state, lastExit}: ContainerRow, exit: Exit): Exit {
	return state === 'terminated' && lastExit !== undefined ? lastExit : exit;
}

/** `its last run took 90s`: how long the last run lived, where that is known and tells something. */
export function lifeInWords({exit, atStart}: Crash): string {
	return atStart || exit.startedAt === 0 ? '' : `its last run took ${formatAge(exit.finishedAt - exit.startedAt)}`;
}

/** What the container asks for. */
export function specOf(pod: PodRow, {name}: ContainerRow): ContainerSpec | undefined {
	return pod.spec.containers.find(spec => spec.name === name);
}

/** What the revision that is being rolled out does differently; empty without a rollout. */
export function changeInWords({isRolling, service}: PodsSubject): string {
	return isRolling && service !== undefined ? whatChanged(service) : '';
}
