import type {Condition, Row} from './row.ts';

export interface EventRow extends Row {
	readonly kind: 'event';
	/** `Normal` or `Warning`. */
	readonly type: string;
	readonly reason: string;
	/** Cut at 4 KB: admission webhooks can write whole pages. */
	readonly message: string;
	/** What it is about; empty fields when the event does not say. */
	readonly object: {readonly kind: string; readonly namespace: string; readonly name: string; readonly uid: string};
	/** The container, from fieldPath `spec.containers{name}`; empty otherwise. */
	readonly container: string;
	readonly count: number;
	readonly firstAt: number;
	/** series.lastObservedTime, lastTimestamp, eventTime or creationTimestamp: the first of them that is set. */
	readonly lastAt: number;
	/** The reporting component. */
	readonly source: string;
}

export interface NamespaceRow extends Row {
	readonly kind: 'namespace';
	/** `Active` or `Terminating`. */
	readonly status: string;
	/** What its deletion waits for, in the words of its controller. */
	readonly conditions: readonly Condition[];
}
