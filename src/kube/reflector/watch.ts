import {FaultError, type Fault} from '../fault.ts';
import {chunksOf, openBody} from './body.ts';
import type {Job, Step} from './job.ts';
import {createLineSplitter} from './line-splitter.ts';
import {describeObject, metadataOf, type ObjectMetadata} from './object-metadata.ts';
import {putObject} from './put-object.ts';
import {OBJECT_BYTES_MAX} from './read-list.ts';
import {createSlices} from './slice.ts';
import {faultOfStatus, needsList} from './status-fault.ts';
import {parseWatchEvent} from './watch-event.ts';

/** A watch that was closed sooner was not served: to ask again at once would go on for ever. */
const LIFE_MS_MIN = 1000;

/**
 * The state `watching`: follows the collection from a version on. Whatever ends it, the next watch begins where this one stopped; only
 * when the server has forgotten that version, the collection is listed anew.
 */
export async function watch<Row>(job: Job<Row>, from: string, signal: AbortSignal): Promise<Step> {
	const watching: Watching = {resourceVersion: from, openedAt: undefined};
	const fault = await follow(job, watching, signal);
	const again = {to: 'watch', resourceVersion: watching.resourceVersion} as const;
	if (fault === undefined) return again;
	return {to: 'wait', because: fault, next: needsList(fault) ? {to: 'list'} : again};
}

interface Watching {
	/** Of the newest event that was applied. */
	resourceVersion: string;
	openedAt: number | undefined;
}

/** Reads one watch to its end: undefined when that is nothing unusual. */
async function follow<Row>(job: Job<Row>, watching: Watching, signal: AbortSignal): Promise<Fault | undefined> {
	const {clock} = job;
	try {
		const fault = await readEvents(job, watching, signal);
		if (fault !== undefined) return fault;
	} catch (thrown) {
		if (!(thrown instanceof FaultError)) throw thrown;
		// Silence of a watch that was open is no answer of the server: the next one will tell.
		if (watching.openedAt === undefined || thrown.fault.kind !== 'timeout') return thrown.fault;
	}
	const lifeMs = clock.now() - (watching.openedAt ?? clock.now());
	return lifeMs < LIFE_MS_MIN ? {kind: 'server', message: 'The server closes each watch at once.'} : undefined;
}

/** Applies the events of one watch until it ends or tells an error. */
async function readEvents<Row>(job: Job<Row>, watching: Watching, signal: AbortSignal): Promise<Fault | undefined> {
	const {transport, accept, clock} = job;
	const path = pathOf(job, watching.resourceVersion);
	const body = await openBody(transport, {path, accept: accept.watch, compress: false, signal});
	watching.openedAt = clock.now();
	announce(job, watching);
	const splitter = createLineSplitter(OBJECT_BYTES_MAX);
	const takeSlice = createSlices(clock);
	for await (const chunk of chunksOf(body, clock, signal)) {
		job.onBytes(chunk.length);
		for (const line of splitter.push(chunk)) {
			if (signal.aborted) return undefined;
			const fault = applyLine(job, watching, line);
			if (fault !== undefined) return fault;
			const pause = takeSlice();
			if (pause !== undefined) await pause;
		}
	}
	return undefined;
}

function announce<Row>({sink, clock}: Job<Row>, {resourceVersion, openedAt = clock.now()}: Watching): void {
	sink.state({phase: 'watching', resourceVersion, since: openedAt});
}

/** The server ends a watch after the time we ask for; by chance, so that a hundred of them do not come back together. */
function pathOf<Row>({path, random}: Job<Row>, resourceVersion: string): string {
	const timeoutSeconds = 300 + Math.floor(random() * 301);
	const query = `watch=true&allowWatchBookmarks=true&timeoutSeconds=${timeoutSeconds}`;
	return `${path}?${query}&resourceVersion=${encodeURIComponent(resourceVersion)}`;
}

/** Applies one line; returns the fault when it is an error that ends the watch. */
function applyLine<Row>(job: Job<Row>, watching: Watching, line: Buffer | undefined): Fault | undefined {
	const event = line && parseWatchEvent(line);
	if (event === undefined) {
		job.sink.problem('a line of the watch that is no event or above 8 MB');
		return undefined;
	}
	const {type, object} = event;
	if (type === 'ERROR') return faultOfStatus(object);
	const {resourceVersion} = applyEvent(job, type, object);
	if (resourceVersion !== '') watching.resourceVersion = resourceVersion;
	// About once a minute: whoever waits for a version learns that everything up to it has been applied.
	if (type === 'BOOKMARK') announce(job, watching);
	return undefined;
}

function applyEvent<Row>(job: Job<Row>, type: string, object: unknown): ObjectMetadata {
	if (type === 'ADDED' || type === 'MODIFIED') return putObject(job, object);
	const metadata = metadataOf(object);
	if (type === 'DELETED' && metadata.uid !== '') job.sink.drop(metadata.uid);
	// A bookmark has nothing but its version: the collection has not changed up to it.
	else if (type !== 'BOOKMARK') job.sink.problem(describeObject(metadata));
	return metadata;
}
