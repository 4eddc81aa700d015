import type {Change} from '../model/change.ts';
import type {ReflectorState} from '../model/connection.ts';
import type {Row} from '../model/row.ts';

/** All rows of one kind, as of the last commit. */
export interface Collection {
	readonly kind: string;
	/**
	 * By uid. The map is written between two commits only; the object around it is a new one after each that changed
	 * it. (Copying 10,000 entries twenty times a second would be the dearest thing in the program.)
	 */
	readonly rows: ReadonlyMap<string, Row>;
	/** The first list is whole: before that a missing row proves nothing. */
	readonly complete: boolean;
	readonly state: ReflectorState;
	/** Objects that could not be read, the newest last; at most 20 are remembered. */
	readonly problems: readonly string[];
}

/** What writes a collection; the shape of a reflector's sink. Nothing shows before `commit`. */
export interface CollectionWriter {
	begin(): void;
	put(row: Row): void;
	drop(uid: string): void;
	complete(): void;
	state(state: ReflectorState): void;
	problem(what: string): void;
	/** Applies what has come since the last call and says what changed. */
	commit(): {readonly collection: Collection; readonly changes: readonly Change[]};
}

const PROBLEMS_MAX = 20;

/**
 * A collection and its writer. The rows of a first list show as they come; those of a later one are held back until
 * it is complete and then replace the old ones in one commit.
 * @param wake called when there is something to commit
 */
export function createCollectionWriter(kind: string, wake: () => void): CollectionWriter {
	const rows = new Map<string, Row>();
	let pending = new Map<string, Row | undefined>();
	/** The rows of a list that replaces another one, until it is whole. */
	let staged: Map<string, Row> | undefined;
	let collection: Collection = {kind, rows, complete: false, state: {phase: 'stopped'}, problems: []};
	let next: Partial<Collection> = {};
	const note = (part: Partial<Collection>): void => {
		next = {...next, ...part};
		wake();
	};
	return {
		begin() {
			staged = rows.size > 0 || pending.size > 0 ? new Map() : undefined;
		},
		put(row) {
			if (staged !== undefined) {
				staged.set(row.uid, row);
				return;
			}
			pending.set(row.uid, row);
			wake();
		},
		drop(uid) {
			pending.set(uid, undefined);
			wake();
		},
		complete() {
			if (staged !== undefined) {
				for (const uid of [...rows.keys(), ...pending.keys()])
					if (!staged.has(uid)) pending.set(uid, undefined);
				for (const [uid, row] of staged) pending.set(uid, row);
				staged = undefined;
			}
			note({complete: true});
		},
		state: state => note({state}),
		problem: what => note({problems: [...(next.problems ?? collection.problems), what].slice(-PROBLEMS_MAX)}),
		commit() {
			const changes: Change[] = [];
			for (const [uid, after] of pending) {
				const before = rows.get(uid);
				if (after !== undefined) rows.set(uid, after);
				else if (before === undefined) continue;
				else rows.delete(uid);
				changes.push({before, after});
			}
			pending = new Map();
			if (changes.length > 0 || Object.keys(next).length > 0) collection = {...collection, ...next};
			next = {};
			return {collection, changes};
		},
	};
}
