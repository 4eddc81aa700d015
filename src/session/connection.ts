import type {Fault} from '../model/connection.ts';
import type {Collection} from '../store/collection.ts';

/** What the header says about the way to the cluster. */
export interface Connection {
	/**
	 * `connecting`: nothing has come yet. `listing`: rows come in. `live`: everything that can be watched is watched.
	 * `trouble`: something that should be watched is not; the rows stay.
	 */
	readonly phase: 'connecting' | 'listing' | 'live' | 'trouble';
	/** While listing: rows so far, and how many the server announced. */
	readonly received: number;
	readonly expected: number | undefined;
	/** In trouble: what, since when, and when the next try is (0: at once). */
	readonly fault: Fault | undefined;
	readonly since: number;
	readonly nextTryAt: number;
	/** Rights that are missing, such as `list events in shop`, sorted. */
	readonly forbidden: readonly string[];
	/** Ids of kinds that this cluster does not serve. */
	readonly unserved: readonly string[];
}

/** Joins the states of all collections: the worst one speaks. A kind that may not be read is no trouble, it is named. */
export function summarizeConnection(collections: readonly Collection[], probe: ProbeFault | undefined): Connection {
	const base = {received: 0, expected: undefined, fault: undefined, since: 0, nextTryAt: 0, ...refusals(collections)};
	const waits = collections
		.map(({state}) => state)
		.filter(state => state.phase === 'waiting')
		.filter(({because}) => because.kind !== 'forbidden' && because.kind !== 'missing')
		.toSorted((a, b) => a.since - b.since);
	const [first] = waits;
	if (first !== undefined) {
		const nextTryAt = Math.min(...waits.map(wait => wait.nextTryAt));
		// The probe notices a silent server long before a watch does: it is one trouble, and began once.
		const since = Math.min(first.since, probe?.since ?? Infinity);
		return {...base, phase: 'trouble', fault: first.because, since, nextTryAt};
	}
	if (probe !== undefined) return {...base, phase: 'trouble', ...probe};
	// A list that nobody has answered yet is announced by nobody.
	const unanswered = collections.some(({state}) => state.phase === 'stopped');
	const listing = collections.map(({state}) => state).filter(state => state.phase === 'listing');
	if (!unanswered && listing.length === 0) return {...base, phase: collections.length === 0 ? 'connecting' : 'live'};
	const received = sum(listing.map(state => state.received));
	const announced = listing.map(state => state.expected);
	const expected = announced.some(count => count !== undefined) ? sum(announced.map(count => count ?? 0)) : undefined;
	const heard = received > 0 || collections.some(collection => collection.complete);
	return {...base, phase: heard ? 'listing' : 'connecting', received, expected};
}

/** The cluster did not answer when we asked on purpose, though no watch has noticed yet. */
export interface ProbeFault {
	readonly fault: Fault;
	readonly since: number;
	readonly nextTryAt: number;
}

function refusals(collections: readonly Collection[]): Pick<Connection, 'forbidden' | 'unserved'> {
	const forbidden = new Set<string>();
	const unserved: string[] = [];
	for (const {kind, state} of collections) {
		if (state.phase !== 'waiting') continue;
		if (state.because.kind === 'forbidden') forbidden.add(state.because.permission ?? `list ${kind}`);
		if (state.because.kind === 'missing') unserved.push(kind);
	}
	return {forbidden: [...forbidden].toSorted(), unserved: unserved.toSorted()};
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** Our own waits, as of the time that the screen goes by. */
export function byClusterTime(connection: Connection, aheadMs: number): Connection {
	if (aheadMs === 0 || connection.phase !== 'trouble') return connection;
	const {since, nextTryAt} = connection;
	return {...connection, since: since + aheadMs, nextTryAt: nextTryAt === 0 ? 0 : nextTryAt + aheadMs};
}
