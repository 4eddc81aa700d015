import type {ApiObject} from '../diagnosis/example.ts';
import type {Finding} from '../model/finding.ts';

/** An object with what is around it, and how it must be told: documentation and test of a description. */
export interface DescriptionExample {
	/** A sentence. */
	readonly name: string;
	/** As the API sends it. */
	readonly object: ApiObject;
	/** What else is in the cluster, events too. */
	readonly around?: readonly ApiObject[];
	/** What the diagnosis says; what is missing is as in a finding about nothing. */
	readonly findings?: readonly (Partial<Finding> & Pick<Finding, 'title'>)[];
	/** The end of logs, by `pod/container`, as the API sends them. */
	readonly logs?: Readonly<Record<string, string>>;
	readonly logsForbidden?: string;
	/** By the name of a pod or node: cores and bytes. */
	readonly usage?: Readonly<Record<string, {readonly cpu: number; readonly memory: number}>>;
	/** Kinds that may not be listed, by id. */
	readonly unseen?: readonly string[];
	/** The only namespace that is watched; all when missing. */
	readonly namespace?: string;
	/** Lines that it says, in this order, among others: titles and labels in their column, other columns at least two blanks apart. */
	readonly says: readonly string[];
	/** What no line may hold. */
	readonly hides?: readonly string[];
}
