import type {Confidence} from '../model/finding.ts';
import type {Draft} from './contract.ts';
import type {Dependency} from './dependency.ts';

/** What a rule says of one trouble with one dependency. */
export interface DependencySaying {
	/** The end of the title: `PostgreSQL at postgres:5432 refuses connections`. */
	readonly words: string;
	/** Proofs before that of what stands behind the host. */
	readonly because?: readonly string[];
	readonly next: readonly string[];
	/** It does not get well before somebody changes something: a password stays wrong. Then dying of it again and again is doomed. */
	readonly isLasting?: boolean;
	readonly confidence?: Confidence;
}

/** Whom a finding blames; the Service, when the host means one. */
export function blamed({host, port, service}: Dependency): Draft['blames'] {
	return {host: service === undefined ? host : `${service.name}.${service.namespace}`, port};
}
