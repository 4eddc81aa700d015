import type {Cancel, Clock} from '../lib/clock.ts';
import {Cancelled} from '../lib/failure.ts';
import type {Kind} from '../kinds/contract.ts';
import {objectPathOf} from '../kinds/contract.ts';
import {kindById} from '../kinds/lookup.ts';
import {FaultError} from '../kube/fault.ts';
import type {Transport} from '../kube/ports.ts';
import type {Change} from '../model/change.ts';
import type {Fault} from '../model/connection.ts';
import type {ObjectRef} from '../model/finding.ts';
import {readingKey, type ObjectReading} from '../model/object-reading.ts';
import type {Collection} from '../store/collection.ts';
import type {Ledger} from './ledger.ts';

/** Reads single objects whole, as long as a screen shows them: rows keep only what tables and rules need. */
export interface ObjectReader {
	/** By `readingKey`; a new map when something was read. The last few are kept after they were shown. */
	readonly readings: ReadonlyMap<string, ObjectReading>;
	/** These are shown now, and no others: they are read, and again when their rows change. */
	show(objects: readonly ObjectRef[]): void;
	/** Hears of each commit, which is also how time passes here. */
	take(commit: {
		readonly changes: readonly Change[];
		readonly collections: Readonly<Record<string, Collection>>;
	}): void;
	/** Tries now what waits for its next try. */
	retryNow(): void;
	stop(): void;
}

/** An object that changes all the time is read at most this often. */
const REST_MS = 1000;

/** What no watch tells us about is looked at again this often: objects of other namespaces, kinds that may not be listed. */
const UNWATCHED_MS = 10_000;

/** After trouble. Rights that are missing are not given within seconds. */
const RETRY_MS = 5000;
const RETRY_FORBIDDEN_MS = 60_000;

/** Readings that stay for the way back, each of up to some megabytes. */
const READINGS_MAX = 8;

interface Shown {
	readonly object: ObjectRef;
	readonly kind: Kind;
	isReading: boolean;
	/** It has changed since the last answer was asked for. */
	isStale: boolean;
	/** Milliseconds since 1970, or `NEVER`. */
	askedAt: number;
}

/** A time before all others: what was never asked for is due. */
const NEVER = -Infinity;

export function createObjectReader(options: {
	readonly transport: Transport;
	readonly clock: Clock;
	readonly ledger: Ledger;
	/** Empty: all namespaces. */
	readonly namespace: string;
	/** Called when something was read. */
	readonly wake: () => void;
}): ObjectReader {
	const {transport, clock, ledger, wake} = options;
	const stopped = new AbortController();
	let shown = new Map<string, Shown>();
	let readings: ReadonlyMap<string, ObjectReading> = new Map();
	let cancelWake: Cancel | undefined;
	/** By the clock of the cluster, as everything that a screen shows. */
	const now = (): number => clock.now() + transport.clockAheadMs;

	const keep = (key: string, change: Partial<ObjectReading>): void => {
		const next = new Map(readings);
		const before = next.get(key) ?? NEVER_READ;
		next.delete(key);
		next.set(key, {...before, ...change});
		for (const oldest of next.keys()) {
			if (next.size <= READINGS_MAX) break;
			if (!shown.has(oldest)) next.delete(oldest);
		}
		readings = next;
	};
	const read = async (key: string, one: Shown): Promise<void> => {
		const done = ledger.begin(`read ${key}`);
		one.isReading = true;
		one.isStale = false;
		one.askedAt = now();
		const answer = await readObject(transport, one, stopped.signal);
		one.isReading = false;
		if (!stopped.signal.aborted && shown.get(key) === one) {
			keep(key, changeOf(answer, readings.get(key) ?? NEVER_READ, now()));
			wake();
		}
		done();
	};
	/** When a shown object is to be read again, milliseconds since 1970; Infinity when there is no reason to. */
	const dueAt = (key: string, one: Shown, collections: Readonly<Record<string, Collection>>): number => {
		const {state} = readings.get(key) ?? NEVER_READ;
		if (one.isReading) return Infinity;
		if (one.askedAt === NEVER) return NEVER;
		if (state.phase === 'trouble') return state.nextTryAt;
		if (one.isStale) return one.askedAt + REST_MS;
		return isWatched(one, options.namespace, collections) ? Infinity : one.askedAt + UNWATCHED_MS;
	};
	const readDue = (collections: Readonly<Record<string, Collection>>): void => {
		let next = Infinity;
		for (const [key, one] of shown) {
			const due = dueAt(key, one, collections);
			if (due <= now()) void read(key, one);
			else next = Math.min(next, due);
		}
		cancelWake?.();
		cancelWake = next === Infinity ? undefined : clock.after(next - now(), wake);
	};
	let collections: Readonly<Record<string, Collection>> = {};

	return {
		get readings() {
			return readings;
		},
		show(objects) {
			if (stopped.signal.aborted) return;
			const next = new Map<string, Shown>();
			for (const object of objects) {
				const kind = kindById(object.kind);
				const key = readingKey(object);
				if (kind === undefined || object.name === '') continue;
				// What is shown again may be old: it is read anew, and what is known of it is shown meanwhile.
				next.set(key, shown.get(key) ?? {object, kind, isReading: false, isStale: true, askedAt: NEVER});
			}
			shown = next;
			readDue(collections);
		},
		take(commit) {
			({collections} = commit);
			for (const {before, after} of shown.size === 0 ? [] : commit.changes) {
				const row = after ?? before;
				const one = row === undefined ? undefined : shown.get(readingKey(row));
				if (one !== undefined) one.isStale = true;
			}
			readDue(collections);
		},
		retryNow() {
			for (const one of shown.values()) {
				one.isStale = true;
				one.askedAt = NEVER;
			}
			readDue(collections);
		},
		stop() {
			stopped.abort();
			cancelWake?.();
			shown = new Map();
		},
	};
}

const NEVER_READ: ObjectReading = {object: undefined, readAt: 0, state: {phase: 'reading'}};

type Answer = {readonly object: unknown} | {readonly fault: Fault};

async function readObject(transport: Transport, {kind, object}: Shown, signal: AbortSignal): Promise<Answer> {
	try {
		const read = await transport.json({path: objectPathOf(kind, object), accept: 'application/json', signal});
		return {object: kind.conceal === undefined ? read : kind.conceal(read)};
	} catch (error) {
		if (error instanceof FaultError) return {fault: error.fault};
		if (error instanceof Cancelled) return {fault: {kind: 'unreachable', message: 'the reading was stopped'}};
		throw error;
	}
}

function changeOf(answer: Answer, before: ObjectReading, now: number): Partial<ObjectReading> {
	if ('object' in answer) return {object: answer.object, readAt: now, state: {phase: 'read'}};
	const {fault} = answer;
	if (fault.kind === 'missing')
		return {
			state: before.state.phase === 'gone' ? before.state : {phase: 'gone', since: now, because: fault.message},
		};
	const delayMs = fault.kind === 'forbidden' ? RETRY_FORBIDDEN_MS : Math.max(RETRY_MS, fault.retryAfterMs ?? 0);
	return {state: {phase: 'trouble', because: fault, nextTryAt: now + delayMs}};
}

/** Whether a change of the object would be heard of. */
function isWatched(
	{object, kind}: Shown,
	namespace: string,
	collections: Readonly<Record<string, Collection>>,
): boolean {
	if (kind.namespaced && namespace !== '' && namespace !== object.namespace) return false;
	return collections[kind.id]?.state.phase === 'watching';
}
