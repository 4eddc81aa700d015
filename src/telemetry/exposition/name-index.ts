import {flattened} from './flatten.ts';

/** A name that is known, and what the program put before it. */
export interface KnownName {
	readonly name: string;
	readonly prefix: string;
}

/** So many different names are remembered; then it begins anew. A service has some hundreds. */
const REMEMBERED_MAX = 20_000;

/** Names of more words are not looked for: no program puts so many before. */
const WORDS_MAX = 8;

/**
 * Says of an exposed name which known one it stands for: `shop_db_pool_size` for `db_pool_size`, `db.client.connection.max` for
 * `db_client_connection_max`; the longest when several fit.
 */
export function createNameIndex(names: Iterable<string>): (exposed: string) => KnownName | undefined {
	const known = new Set(names);
	let remembered = new Map<string, KnownName | undefined>();

	function find(exposed: string): KnownName | undefined {
		const plain = plainName(exposed);
		let at = 0;
		for (let words = 0; words < WORDS_MAX; words++) {
			const name = plain.slice(at);
			if (known.has(name)) return {name, prefix: plain.slice(0, Math.max(0, at - 1))};
			at = plain.indexOf('_', at) + 1;
			if (at === 0) return undefined;
		}
		return undefined;
	}

	return exposed => {
		const again = remembered.get(exposed);
		if (again !== undefined || remembered.has(exposed)) return again;
		if (remembered.size >= REMEMBERED_MAX) remembered = new Map();
		const kept = flattened(exposed);
		const found = find(kept);
		remembered.set(kept, found);
		return found;
	};
}

/** As the older text format writes it: `db_client_connection_max`. */
export function plainName(name: string): string {
	return name.replaceAll(/[^\w:]/g, '_');
}
