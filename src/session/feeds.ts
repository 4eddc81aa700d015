import type {Clock, Random} from '../lib/clock.ts';
import {createIntern} from '../lib/intern.ts';
import {acceptOf, type Kind, pathOf} from '../kinds/contract.ts';
import {createReflector} from '../kube/reflector/reflector.ts';
import type {Reflector, Transport} from '../kube/ports.ts';
import type {Change} from '../model/change.ts';
import type {ReflectorState} from '../model/connection.ts';
import type {Row} from '../model/row.ts';
import {type Collection, createCollectionWriter} from '../store/collection.ts';
import type {Ledger} from './ledger.ts';

/** One reflector per kind that somebody needs, each writing its collection. */
export interface Feeds {
	/** Starts watching the kind, unless it is watched already. */
	open(kind: Kind): void;
	/** Takes what has come; the collections are the same objects as before where nothing changed. */
	commit(): {readonly collections: Readonly<Record<string, Collection>>; readonly changes: readonly Change[]};
	retryNow(): void;
	stop(): void;
}

interface Feed {
	readonly writer: ReturnType<typeof createCollectionWriter>;
	readonly reflector: Reflector;
	/** Ends the ledger's note that a list travels. */
	endListing: (() => void) | undefined;
}

export function createFeeds(options: {
	readonly transport: Transport;
	readonly clock: Clock;
	readonly random: Random;
	readonly ledger: Ledger;
	/** Empty: all namespaces. */
	readonly namespace: string;
	readonly wake: () => void;
}): Feeds {
	const {transport, clock, random, ledger, namespace, wake} = options;
	const intern = createIntern();
	const feeds = new Map<string, Feed>();
	return {
		open(kind) {
			if (feeds.has(kind.id)) return;
			const writer = createCollectionWriter(kind.id, wake);
			let endListing: Feed['endListing'] = ledger.begin(`list ${kind.plural}`);
			const state = (now: ReflectorState): void => {
				if (now.phase === 'listing') endListing ??= ledger.begin(`list ${kind.plural}`);
				writer.state(now);
				if (now.phase === 'listing') return;
				endListing?.();
				endListing = undefined;
			};
			// The JSON is what the server sent; `project` is total, and the reflector fences it all the same.
			const project = (object: unknown): Row => kind.project(object as never, intern);
			const path = pathOf(kind, namespace);
			const accept = acceptOf(kind);
			const sink = {...writer, state};
			const reflector = createReflector({transport, path, accept, project, sink, clock, random});
			feeds.set(kind.id, {writer, reflector, endListing: () => endListing?.()});
		},
		commit() {
			const collections: Record<string, Collection> = {};
			const changes: Change[] = [];
			for (const [kind, {writer}] of feeds) {
				const committed = writer.commit();
				collections[kind] = committed.collection;
				for (const change of committed.changes) changes.push(change);
			}
			return {collections, changes};
		},
		retryNow() {
			for (const {reflector} of feeds.values()) reflector.retryNow();
		},
		stop() {
			for (const {reflector, endListing} of feeds.values()) {
				reflector.stop();
				endListing?.();
			}
			feeds.clear();
		},
	};
}
