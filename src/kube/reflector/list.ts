import type {Readable} from 'node:stream';
import {FaultError} from '../fault.ts';
import {openBody} from './body.ts';
import type {Job, Listing, Step} from './job.ts';
import {fieldOf, textFieldOf} from './json.ts';
import {putObject} from './put-object.ts';
import {readList} from './read-list.ts';

/**
 * The state `listing`: reads the collection page by page into the sink. The old rows stay valid until all of it is there. No
 * resourceVersion is asked for: with `0` many servers ignore `limit` and answer with everything.
 * @param resumed the list that was interrupted
 */
export async function list<Row>(job: Job<Row>, resumed: Listing | undefined, signal: AbortSignal): Promise<Step> {
	const since = job.clock.now();
	let listing = resumed ?? {since, token: '', received: 0, expected: undefined, resourceVersion: ''};
	try {
		for (let body: Promise<Readable> | undefined = openPage(job, listing.token, signal); body !== undefined;) {
			const read = await readPage(job, listing, body, signal);
			({listing, nextBody: body} = read);
		}
		if (listing.resourceVersion === '') throw protocolError('The list has no version.');
	} catch (thrown) {
		if (!(thrown instanceof FaultError)) throw thrown;
		const {fault} = thrown;
		// The server does not know the token any longer, or what it says makes no sense: the same page would not be better next time.
		const anew = fault.kind === 'expired' || fault.kind === 'protocol';
		return {to: 'wait', because: fault, next: anew ? {to: 'list'} : {to: 'list', listing}};
	}
	job.sink.complete();
	return {to: 'watch', resourceVersion: listing.resourceVersion};
}

function openPage<Row>({transport, path, pageSize}: Job<Row>, token: string, signal: AbortSignal): Promise<Readable> {
	const after = token === '' ? '' : `&continue=${encodeURIComponent(token)}`;
	const body = openBody(transport, {path: `${path}?limit=${pageSize}${after}`, accept: 'application/json', signal});
	// It is asked for ahead: when it fails, that is found once its turn comes.
	body.catch(() => {});
	return body;
}

/** Reads one page and asks for the next as soon as its token is seen, which for typed kinds is before the first item. */
async function readPage<Row>(
	job: Job<Row>,
	before: Listing,
	body: Promise<Readable>,
	signal: AbortSignal,
): Promise<{readonly listing: Listing; readonly nextBody: Promise<Readable> | undefined}> {
	const {sink, clock, pageSize} = job;
	let listing = before;
	let nextBody: Promise<Readable> | undefined;
	const announce = (): void => {
		const {since, received, expected} = listing;
		sink.state({phase: 'listing', received, expected, since});
	};
	const reader = {
		item(object: unknown) {
			listing = {...listing, received: listing.received + 1};
			putObject(job, object);
		},
		metadata(metadata: unknown) {
			const {resourceVersion, token, remaining} = readListMeta(metadata);
			if (before.token === '') listing = {...listing, resourceVersion};
			if (token === '') return;
			if (token === before.token) throw protocolError('The list never ends: a page leads to itself.');
			const inPage = listing.received - before.received;
			const expected = remaining && before.received + (inPage === 0 ? pageSize : inPage) + remaining;
			listing = {...listing, token, expected: expected ?? listing.expected};
			nextBody = openPage(job, token, signal);
		},
		bytes: job.onBytes,
		paused: announce,
	};
	const opened = await body;
	signal.throwIfAborted();
	if (before.token === '') sink.begin();
	announce();
	await readList(opened, reader, clock, signal);
	announce();
	return {listing, nextBody};
}

/** ListMeta (k8s.io/apimachinery `meta/v1`); what is missing is empty. */
function readListMeta(metadata: unknown): {resourceVersion: string; token: string; remaining: number | undefined} {
	const remaining = fieldOf(metadata, 'remainingItemCount');
	return {
		resourceVersion: textFieldOf(metadata, 'resourceVersion'),
		token: textFieldOf(metadata, 'continue'),
		remaining: typeof remaining === 'number' ? remaining : undefined,
	};
}

function protocolError(message: string): FaultError {
	return new FaultError({kind: 'protocol', message});
}
