import type {Selector} from './row.ts';

/** A PodMonitor or ServiceMonitor of the Prometheus Operator: whose metrics it has read, and where they are. */
export interface Monitor {
	readonly of: 'pod' | 'service';
	/** Its own. */
	readonly namespace: string;
	/** Of pods, or of Services. */
	readonly selector: Selector | undefined;
	/** Where they are; undefined: everywhere. */
	readonly namespaces: readonly string[] | undefined;
	readonly endpoints: readonly {
		/** Name of a port of the container, or of the Service; may be empty. */
		readonly port: string;
		/** Number, or name of a port of the container; may be empty. */
		readonly targetPort: string;
		/** Begins with `/` and carries its query. */
		readonly path: string;
		readonly scheme: 'http' | 'https';
	}[];
}
