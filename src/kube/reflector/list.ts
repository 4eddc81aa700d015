import type {Readable} from 'node:stream';
import {FaultError} from '../fault.ts';
import {openBody} from './body.ts';
import type {Job, Step} from './job.ts';
import {fieldOf, textFieldOf} from './json.ts';
import {putObject} from './put-object.ts';
import {readList} from './read-list.ts';

/**
 * The state `listing`: reads the collection page by page into the sink. The old rows stay valid until all of it is there. No
 * resourceVersion is asked for: with `0` many servers ignore `limit` and answer with everything.
 */
export async function list<Row>(job: Job<Row>, signal: AbortSignal): Promise<Step> {
	const listing: Listing = {since: job.clock.now(), received: 0, expected: undefined, resourceVersion: ''};
	try {
		for (let page: Page | undefined = openPage(job, '', signal); page !== undefined;) {
			page = await readPage(job, listing, page, signal);
		}
		if (listing.resourceVersion === '')
			throw new FaultError({kind: 'protocol', message: 'The list has no version.'});
	} catch (thrown) {
		if (!(thrown instanceof FaultError)) throw thrown;
		return {to: 'wait', because: thrown.fault, next: {to: 'list'}};
	}
	job.sink.complete();
	return {to: 'watch', resourceVersion: listing.resourceVersion};
}

interface Listing {
	readonly since: number;
	received: number;
	expected: number | undefined;
	/** Of the first page: all pages show the collection as it was then. */
	resourceVersion: string;
}

interface Page {
	/** What the page before gave to ask for this one; empty for the first. */
	readonly token: string;
	readonly body: Promise<Readable>;
}

function openPage<Row>({transport, path, pageSize}: Job<Row>, token: string, signal: AbortSignal): Page {
	const after = token === '' ? '' : `&continue=${encodeURIComponent(token)}`;
	const body = openBody(transport, {path: `${path}?limit=${pageSize}${after}`, accept: 'application/json', signal});
	// It is asked for ahead: when it fails, that is found once its turn comes.
	body.catch(() => {});
	return {token, body};
}

/** Reads one page and asks for the next as soon as its token is seen, which for typed kinds is before the first item. */
async function readPage<Row>(
	job: Job<Row>,
	listing: Listing,
	page: Page,
	signal: AbortSignal,
): Promise<Page | undefined> {
	const {sink} = job;
	const receivedBefore = listing.received;
	let next: Page | undefined;
	const announce = (): void => {
		const {since, received, expected} = listing;
		sink.state({phase: 'listing', received, expected, since});
	};
	const body = await page.body;
	signal.throwIfAborted();
	if (page.token === '') {
		sink.begin();
		announce();
	}
	const reader = {
		item(object: unknown) {
			listing.received++;
			putObject(job, object);
		},
		metadata(metadata: unknown) {
			const {resourceVersion, token, remaining} = readListMeta(metadata);
			if (listing.resourceVersion === '') listing.resourceVersion = resourceVersion;
			if (token === '') return;
			if (token === page.token)
				throw new FaultError({kind: 'protocol', message: 'The list never ends: a page leads to itself.'});
			const inPage = listing.received - receivedBefore;
			if (remaining !== undefined)
				listing.expected = receivedBefore + (inPage === 0 ? job.pageSize : inPage) + remaining;
			next = openPage(job, token, signal);
		},
		bytes: job.onBytes,
		paused: announce,
	};
	await readList(body, reader, job.clock, signal);
	announce();
	return next;
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
