import {createStore, type StoreApi} from 'zustand/vanilla';
import type {Change} from '../model/change.ts';
import type {Finding} from '../model/finding.ts';
import type {ObjectReading} from '../model/object-reading.ts';
import type {UsageTable} from '../model/usage.ts';
import type {ServiceRow} from '../services/service-row.ts';
import type {Collection} from '../store/collection.ts';
import type {BlindSpot} from './blind-spots.ts';
import {type Connection, summarizeConnection} from './connection.ts';

/** Everything the screen can know, replaced as one with each commit. */
export interface World {
	readonly contextName: string;
	/** Empty: all namespaces. */
	readonly namespace: string;
	/** When this world was published, milliseconds since 1970, by the clock of the cluster. */
	readonly now: number;
	readonly collections: Readonly<Record<string, Collection>>;
	/** With the verdict of the diagnosis as mark and state, where it has one. */
	readonly services: readonly ServiceRow[];
	/** Causes only, the worst first. */
	readonly findings: readonly Finding[];
	readonly usage: UsageTable;
	/** Objects that a screen shows whole, by `readingKey`. */
	readonly objects: ReadonlyMap<string, ObjectReading>;
	/** What the diagnosis looks at and may not see, or cannot. */
	readonly cannotSee: readonly BlindSpot[];
	readonly connection: Connection;
	/** What the commit of that number changed. */
	readonly changes: readonly Change[];
	readonly commit: number;
	/** Grows when collections were thrown away (another namespace or context): what was derived from changes starts anew. */
	readonly epoch: number;
}

const NO_USAGE: UsageTable = {pods: new Map(), nodes: new Map(), state: {phase: 'starting'}};

/** Nothing is measured yet; that nothing can be measured is as true as before. */
export function usageAnew({state}: World['usage']): World['usage'] {
	return state.phase === 'forbidden' || state.phase === 'missing' ? {...NO_USAGE, state} : NO_USAGE;
}

/** The world before anything is known. */
export function createWorld(contextName: string, namespace: string, now: number): StoreApi<World> {
	return createStore<World>(() => ({
		contextName,
		namespace,
		now,
		collections: {},
		services: [],
		findings: [],
		cannotSee: [],
		usage: NO_USAGE,
		objects: new Map(),
		connection: summarizeConnection([], undefined),
		changes: [],
		commit: 0,
		epoch: 0,
	}));
}
