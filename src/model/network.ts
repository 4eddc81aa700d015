import type {Labels, Row} from './row.ts';

export interface ServicePort {
	readonly name: string;
	readonly port: number;
	/** A number, or the name of a container's port. */
	readonly targetPort: string;
	readonly nodePort: number | undefined;
	readonly protocol: string;
}

export interface ServiceObjectRow extends Row {
	readonly kind: 'service';
	/** `ClusterIP`, `NodePort`, `LoadBalancer`, `ExternalName`. */
	readonly type: string;
	readonly clusterIp: string;
	readonly externalAddresses: readonly string[];
	readonly externalName: string;
	readonly ports: readonly ServicePort[];
	/** Undefined when the Service selects no pods by itself. */
	readonly selector: Labels | undefined;
}

export interface EndpointSliceRow extends Row {
	readonly kind: 'endpointslice';
	/** The Service it belongs to (label kubernetes.io/service-name). */
	readonly service: string;
	readonly addressType: string;
	readonly ports: readonly {readonly name: string; readonly port: number; readonly protocol: string}[];
	readonly endpoints: readonly {
		readonly addresses: readonly string[];
		readonly ready: boolean;
		readonly serving: boolean;
		readonly terminating: boolean;
		readonly pod: string;
		readonly node: string;
	}[];
}

export interface IngressRow extends Row {
	readonly kind: 'ingress';
	readonly className: string;
	readonly hosts: readonly string[];
	readonly addresses: readonly string[];
	readonly rules: readonly {
		readonly host: string;
		readonly path: string;
		readonly service: string;
		readonly port: string;
	}[];
	readonly tls: readonly {readonly hosts: readonly string[]; readonly secret: string}[];
	/** An annotation asks cert-manager, or who else speaks ACME, to make its TLS Secrets. */
	readonly isIssued: boolean;
}
