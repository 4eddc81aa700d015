import {FIRST_VERSION, type Change, type Store} from './store.ts';

/** What happened lately, for watches that come back. */
export interface History {
	/** Changes of a resource after that version, or undefined when some of them are forgotten. */
	since(plural: string, version: number): readonly Change[] | undefined;
	/** The oldest version from which one can watch. */
	oldest(plural: string): number;
	/** Forgets everything. */
	expire(): void;
}

/** Events kept per resource: a real API server's watch cache holds 100 to some thousand. */
const CHANGES_MAX = 1000;

export function createHistory(store: Store): History {
	const changes = new Map<string, Change[]>();
	const oldest = new Map<string, number>();
	let expiredAt = FIRST_VERSION;
	store.onChange(change => {
		const {plural} = change.resource;
		const kept = changes.get(plural) ?? [];
		changes.set(plural, kept);
		kept.push(change);
		if (kept.length <= CHANGES_MAX) return;
		const dropped = kept.shift();
		if (dropped !== undefined) oldest.set(plural, dropped.version);
	});
	const oldestOf = (plural: string): number => Math.max(expiredAt, oldest.get(plural) ?? 0);
	return {
		since(plural, version) {
			if (version < oldestOf(plural)) return undefined;
			const kept = changes.get(plural) ?? [];
			const first = kept.findIndex(change => change.version > version);
			return first === -1 ? [] : kept.slice(first);
		},
		oldest: oldestOf,
		expire() {
			changes.clear();
			expiredAt = store.version;
		},
	};
}
