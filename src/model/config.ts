import type {Row} from './row.ts';

/** What pods take their settings from. Of values only those are kept that say which database a program uses, and how. */
export interface ConfigMapRow extends Row {
	readonly kind: 'configmap';
	/** Sorted; at most 1,000. */
	readonly keys: readonly string[];
	/** By key: addresses without their passwords, hosts, sizes of pools; at most 30. */
	readonly settings: ReadonlyMap<string, string>;
	/** Changes with the content, and with nothing else that matters here. */
	readonly version: string;
}

/** Only its metadata is asked for: neither keys nor values ever leave the server. */
export interface SecretRow extends Row {
	readonly kind: 'secret';
	readonly version: string;
}

export interface ClaimRow extends Row {
	readonly kind: 'persistentvolumeclaim';
	/** `Pending`, `Bound` or `Lost`. */
	readonly phase: string;
	/** Undefined: the cluster's default; empty: none, it waits for a volume made by hand. */
	readonly storageClass: string | undefined;
	readonly volume: string;
	/** What it asks for, as written: `10Gi`. */
	readonly size: string;
	readonly accessModes: readonly string[];
	/** For which node its volume was made, when a pod had to be placed first (volume.kubernetes.io/selected-node); else empty. */
	readonly selectedNode: string;
}
