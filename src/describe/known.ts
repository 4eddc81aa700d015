import type {RowOfKind} from '../diagnosis/cluster.ts';
import type {EventRow, NamespaceRow} from '../model/event.ts';
import type {Finding} from '../model/finding.ts';
import type {UsageTable} from '../model/usage.ts';
import type {RevisionRow} from '../model/workload.ts';
import type {Join} from '../services/join.ts';
import type {ServiceRow} from '../services/service-row.ts';
import type {LastWords} from '../telemetry/last-words.ts';

/** The kinds that descriptions look up, with the rows behind them. */
export interface KnownRows extends RowOfKind {
	readonly event: EventRow;
	readonly namespace: NamespaceRow;
	readonly replicaset: RevisionRow;
	readonly controllerrevision: RevisionRow;
}

/** What is known around an object as of one moment. */
export interface Known {
	/** Milliseconds since 1970. */
	readonly now: number;
	/** A time as a person says it: `12:03:49`, and of another day `3d ago`. */
	clock(at: number): string;
	/** Every row of a kind; none when nobody watches it. */
	rows<K extends keyof KnownRows>(kind: K): Iterable<KnownRows[K]>;
	/**
	 * Why rows of a kind in a namespace (empty: in all) may be missing: `no right to list events in shop`, `only shop is watched`;
	 * undefined when all of them are known.
	 */
	blindness(kind: keyof KnownRows, namespace: string): string | undefined;
	/** All that is wrong, the worst first. */
	readonly findings: readonly Finding[];
	readonly services: readonly ServiceRow[];
	readonly join: Pick<Join, 'podsOwnedBy' | 'workloadOf' | 'behind' | 'revisionOf'>;
	/** Of a container, by `pod uid/container`. */
	readonly lastWords: ReadonlyMap<string, LastWords>;
	/** The right that is missing to read logs, once that is known. */
	readonly logsForbidden: string | undefined;
	readonly usage: UsageTable;
}

/** The row of that name; undefined when there is none, or it is not known. */
export function rowNamed<K extends keyof KnownRows>(
	known: Known,
	kind: K,
	namespace: string,
	name: string,
): KnownRows[K] | undefined {
	for (const row of known.rows(kind)) if (row.name === name && row.namespace === namespace) return row;
	return undefined;
}
