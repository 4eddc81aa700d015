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
	let body: Promise<Readable> | undefined = openPage(job, listing.token, signal);
	try {
		while (body !== undefined) [listing, body] = await readPage(job, listing, body, signal);
		if (listing.resourceVersion === '') throw protocolError('The list has no version.');
	} catch (thrown) {
		if (!(thrown instanceof FaultError)) throw thrown;
		const {fault} = thrown;
		// The server does not know the token any longer, or makes no sense: the same page would not be better next time.
		const anew = fault.kind === 'expired' || fault.kind === 'protocol';
		return {to: 'wait', because: fault, next: anew ? {to: 'list'} : {to: 'list', listing}};
	}
	announce(job, listing);
	job.sink.complete();
	return {to: 'watch', resourceVersion: listing.resourceVersion};
}

function openPage<Row>(
	{transport, path, accept, pageSize}: Job<Row>,
	token: string,
	signal: AbortSignal,
): Promise<Readable> {
	const after = token === '' ? '' : `&continue=${encodeURIComponent(token)}`;
	const body = openBody(transport, {path: `${path}?limit=${pageSize}${after}`, accept: accept.list, signal});
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
): Promise<[Listing, Promise<Readable> | undefined]> {
	let {received, token, expected, resourceVersion} = before;
	let nextBody: Promise<Readable> | undefined;
	const reader = {
		item(object: unknown) {
			received++;
			putObject(job, object);
		},
		metadata(metadata: unknown) {
			const {continue: next, remainingItemCount: remaining, ...meta} = readListMeta(metadata);
			if (before.token === '') ({resourceVersion} = meta);
			if (next === '') return;
			if (next === before.token) throw protocolError('The list never ends: a page leads to itself.');
			token = next;
			nextBody = openPage(job, token, signal);
			// The items of this page are all to come, or all behind us.
			const inPage = received === before.received ? job.pageSize : received - before.received;
			if (remaining !== undefined) expected = before.received + inPage + remaining;
		},
		bytes: job.onBytes,
		paused: () => announce(job, {...before, received, expected}),
	};
	const opened = await body;
	if (before.token === '') job.sink.begin();
	announce(job, before);
	await readList(opened, reader, job.clock, signal);
	return [{...before, received, token, expected, resourceVersion}, nextBody];
}

function announce<Row>({sink}: Job<Row>, {received, expected, since}: Listing): void {
	sink.state({phase: 'listing', received, expected, since});
}

/** ListMeta (k8s.io/apimachinery `meta/v1`); what is missing is empty. */
function readListMeta(metadata: unknown): {
	readonly resourceVersion: string;
	readonly continue: string;
	readonly remainingItemCount: number | undefined;
} {
	const remaining = fieldOf(metadata, 'remainingItemCount');
	return {
		resourceVersion: textFieldOf(metadata, 'resourceVersion'),
		continue: textFieldOf(metadata, 'continue'),
		remainingItemCount: typeof remaining === 'number' ? remaining : undefined,
	};
}

function protocolError(message: string): FaultError {
	return new FaultError({kind: 'protocol', message});
}
