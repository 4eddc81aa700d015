import {formatAge} from '../../lib/age.ts';
import {maskCredentials} from '../../lib/mask.ts';
import {retryAt} from '../../model/back-off.ts';
import {exitMeaning, exitName} from '../../model/exit-code.ts';
import type {ContainerRow, Exit, PodRow} from '../../model/pod.ts';
import type {Entry, Word} from '../contract.ts';
import type {Known} from '../known.ts';
import {count, entry, listed, word} from '../words.ts';

/** How a container is: the line beside its title, what the kubelet says, how it ended last and with which words. */
export function stateEntries(pod: PodRow, container: ContainerRow, known: Known): readonly Entry[] {
	const {message, lastExit, state, exit} = container;
	const ended = state === 'terminated' ? exit : lastExit;
	// The back-off is told in the first line.
	const isSaid = message === '' || retryAt(container) !== undefined;
	return [
		entry('', listed([stateWords(container, known), restartWords(container, known)])),
		...(isSaid ? [] : [entry('says', maskCredentials(message))]),
		...(lastExit === undefined ? [] : [entry('last run', exitWords(lastExit, known))]),
		...(ended === undefined || ended.message === '' ? [] : [entry('it said', maskCredentials(ended.message))]),
		...lastWordEntries(pod, container, known),
	];
}

function stateWords(container: ContainerRow, known: Known): readonly Word[] {
	const {state, reason, role, ready, started, startedAt, exit} = container;
	switch (state) {
		case 'running': {
			const since = startedAt === 0 ? 'running' : `running for ${formatAge(known.now - startedAt)}`;
			if (ready || role === 'init') return [word(since)];
			return [word(`${since}, `), word(started ? 'not ready' : 'still starting', 'struggling')];
		}
		case 'waiting':
			return [waitingWord(container, known)];
		case 'terminated': {
			if (exit === undefined) return [word(reason || 'ended', 'struggling')];
			const isDone = exit.code === 0 && exit.signal === 0;
			return [word(isDone ? 'done: ' : 'ended: ', isDone ? undefined : 'struggling'), ...exitWords(exit, known)];
		}
		case 'unknown':
			return [word('nobody has said yet how it is', 'muted')];
	}
}

/** A kubelet waits longer each time, up to five minutes. */
function waitingWord(container: ContainerRow, {now}: Known): Word {
	const {reason} = container;
	const next = retryAt(container);
	if (next !== undefined) {
		const wait = next > now ? `in ${formatAge(next - now)}` : 'now';
		return word(`waiting to restart, next try ${wait}`, 'struggling');
	}
	return STARTING.has(reason)
		? word(reason === '' ? 'waiting' : `waiting: ${reason}`)
		: word(`waiting: ${reason}`, 'struggling');
}

const STARTING: ReadonlySet<string> = new Set(['ContainerCreating', 'PodInitializing', '']);

function restartWords({restarts, lastExit}: ContainerRow, {now}: Known): readonly Word[] {
	if (restarts === 0) return [];
	const last = lastExit?.finishedAt ?? 0;
	return [
		word(count(restarts, 'restart')),
		word(last === 0 ? '' : `, the last ${formatAge(now - last)} ago`, 'muted'),
	];
}

/** `exit 3 after 2s, ended 12:03:49: application startup failed` */
function exitWords(exit: Exit, {clock}: Known): readonly Word[] {
	const {startedAt, finishedAt} = exit;
	const ran = startedAt > 0 && finishedAt >= startedAt ? ` after ${formatAge(finishedAt - startedAt)}` : '';
	const ended = finishedAt === 0 ? '' : `, ended ${clock(finishedAt)}`;
	const meaning = exitMeaning(exit);
	return [word(exitName(exit), 'accent'), word(`${ran}${ended}${meaning === '' ? '' : `: ${meaning}`}`)];
}

/** The end of the log of the run that failed, as far as it was read. */
function lastWordEntries(pod: PodRow, container: ContainerRow, known: Known): readonly Entry[] {
	const words = known.lastWords.get(`${pod.uid}/${container.name}`);
	if (words !== undefined && words.line !== '') {
		const where = words.exception?.where ?? '';
		return [
			entry('last words', maskCredentials(words.line)),
			...(where === '' ? [] : [entry('', word(`at ${where}`, 'muted'))]),
		];
	}
	const {logsForbidden} = known;
	if (logsForbidden === undefined || container.lastExit === undefined) return [];
	return [entry('last words', word(`no right to ${logsForbidden}`, 'struggling'))];
}
