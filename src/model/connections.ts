/** What the home screen says of the connections to the database server that a service uses, over all services that share it. */
export interface ConnectionSummary {
	/** Held now; undefined when that is not measured. */
	readonly used: number | undefined;
	/** Not every pod was measured, so that `used` is the least. */
	readonly isPartial: boolean;
	/** What the server allows; undefined when nothing tells. */
	readonly usable: number | undefined;
	/** When all pools are full now; undefined when nothing tells how large they are. */
	readonly wanted: number | undefined;
	/** With every autoscaler at its most, the pools may want more than there is. */
	readonly isOver: boolean;
	/** Where the number is from that is shown: `used`, else `wanted`. */
	readonly source: 'measured' | 'logged' | 'declared' | 'assumed';
	/** Why a number is missing: `no right to get pods/proxy in shop`; empty when none is. */
	readonly because: string;
}
