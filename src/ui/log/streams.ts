import type {Tone} from '../../kinds/contract.ts';
import type {TailState} from '../../model/log.ts';
import type {LogStream} from '../../session/logs/contract.ts';
import {revisionOf} from './columns.ts';

/** Something to be told about the streams of a log, in words. */
export interface StreamNote {
	readonly text: string;
	readonly tone: Tone;
}

/** `5 pods`, and while several revisions serve `rev 42:2 41:3`: the pods that are there, the newest revision first. */
export function podWords(streams: readonly LogStream[]): string {
	const here = streams.filter(({gone}) => !gone);
	const pods = new Map(here.map(({source}) => [source.podUid, revisionOf(source)]));
	const gone = new Set(streams.filter(one => one.gone).map(({source}) => source.podUid)).size;
	const revisions = Map.groupBy(pods.entries(), ([, revision]) => revision);
	const counts = [...revisions]
		.map(([revision, members]) => `${revision === '' ? '–' : revision}:${members.length}`)
		.toSorted((a, b) => b.localeCompare(a, 'en', {numeric: true}));
	const words = [
		`${pods.size} ${pods.size === 1 ? 'pod' : 'pods'}`,
		...(counts.length > 1 ? [`rev ${counts.join(' ')}`] : []),
		...(gone > 0 ? [`${gone} gone`] : []),
	];
	return words.join('  ');
}

/** What keeps lines from coming, the worst first; empty while all goes well. */
export function streamNotes(streams: readonly LogStream[]): readonly StreamNote[] {
	const notes: StreamNote[] = [];
	const inPhase = <P extends TailState['phase']>(phase: P): readonly Extract<TailState, {phase: P}>[] =>
		streams.flatMap(({state}) => (state.phase === phase ? [state as Extract<TailState, {phase: P}>] : []));
	for (const permission of new Set(inPhase('forbidden').map(state => state.permission)))
		notes.push({text: `! no right to ${permission}`, tone: 'struggling'});
	const waiting = inPhase('waiting').map(({because}) => because);
	const starting = waiting.filter(isStarting);
	const lost = waiting.length - starting.length;
	if (lost > 0) notes.push({text: `! ${lost} ${streamsIn(lost)} reconnecting`, tone: 'struggling'});
	if (starting.length > 0) notes.push({text: startingWords(starting), tone: 'muted'});
	const queued = inPhase('queued').length;
	if (queued > 0) notes.push({text: `${queued} of ${streams.length} wait for their turn`, tone: 'muted'});
	return notes;
}

/** The API's own words for a container without a run: `container "app" in pod "x" is waiting to start: ContainerCreating`. */
function isStarting(because: string): boolean {
	return because.includes('waiting to start');
}

/** `2 wait to start: ContainerCreating` */
function startingWords(because: readonly string[]): string {
	const reasons = new Set(
		because.map(text => /waiting to start: ?(.*)$/.exec(text)?.[1] ?? '').filter(text => text !== ''),
	);
	const why = reasons.size === 0 ? '' : `: ${[...reasons].slice(0, 2).join(', ')}`;
	return `${because.length} ${because.length === 1 ? 'waits' : 'wait'} to start${why}`;
}

function streamsIn(count: number): string {
	return count === 1 ? 'stream' : 'streams';
}
