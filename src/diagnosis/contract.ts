import type {Confidence, Evidence, Verdict} from '../model/finding.ts';
import type {Row} from '../model/row.ts';
import type {Cluster} from './cluster.ts';
import type {Subject, SubjectKind} from './subject.ts';

/** Kinds, and what is not an object: `log` the last words of containers, `usage` the figures of the metrics API, `traffic` requests and complaints, `database` connections. */
export type Input =
	| 'pod'
	| 'workload'
	| 'revision'
	| 'event'
	| 'service'
	| 'endpointslice'
	| 'ingress'
	| 'hpa'
	| 'job'
	| 'cronjob'
	| 'node'
	| 'namespace'
	| 'configmap'
	| 'secret'
	| 'claim'
	| 'log'
	| 'usage'
	| 'traffic'
	| 'database';

/**
 * Where a rule's findings stand in a chain of causes. A finding explains those of a later place on the same subject, and on what
 * depends on it: they are then shown under it. Two of one place stand beside each other.
 */
export type Place =
	/** Something outside the containers is not as it must be: an image, a ConfigMap, a quota, a node, a database. */
	| 'cause'
	/** Containers fail: they crash, are killed, do not answer their probes. */
	| 'failure'
	/** What follows from it: pods not ready, a rollout that stands still, a Service without endpoints. */
	| 'effect';

/**
 * One thing that can be wrong, and how it shows. An entry is data and pure: it reads the subject and the cluster as of one moment,
 * and says what it found. It may throw: it is fenced, and named as broken.
 */
export interface Rule {
	/** As in the folder: `image-not-found`. */
	readonly id: string;
	/** For the README: what it recognises, as a noun phrase. */
	readonly title: string;
	/** For the README: why that is trouble, one sentence. */
	readonly why: string;
	/** For the README: what helps, one sentence. */
	readonly remedy: string;
	readonly about: SubjectKind;
	/** It is asked again only when one of these changed for the subject, or at a time that it wished (`Subject.lookAgainAt`). */
	readonly reads: readonly Input[];
	readonly place: Place;
	find(subject: never, cluster: Cluster): Iterable<Draft>;
}

/** What a rule says. The engine gives it an identity, adds up its pods, and remembers since when. */
export interface Draft {
	/** Tells two findings of one rule on one subject apart, and must not change while the cause is the same; empty for the only one. */
	readonly key?: string;
	readonly verdict: Verdict;
	readonly confidence: Confidence;
	/** One sentence without a full stop. It says `new pods` when only those of the newest revision are hit (`Subject.who`). */
	readonly title: string;
	readonly because?: string;
	/** The pods that it hits; the extent is counted from them. */
	readonly pods?: readonly Row[];
	/** Other objects that it hits. */
	readonly affects?: readonly Row[];
	readonly evidence: readonly Evidence[];
	readonly next: readonly string[];
	/** When it began as far as the cluster tells, milliseconds since 1970. */
	readonly since?: number | undefined;
	/** Uids of objects on which a finding would be the cause of this one: the workloads behind a Service, the node of the pods. */
	readonly follows?: readonly string[];
	/**
	 * It is no trouble by itself, but the cause of those who blame it or follow from it, and then as bad as they are: a database that is
	 * scaled to 0 may be meant to rest, until somebody cannot do without it.
	 */
	readonly canBeMissed?: true;
	/** Host and port of what it waits for: when that is a Service here and what stands behind it has a finding, that is the cause. */
	readonly blames?: {readonly host: string; readonly port?: number | undefined} | undefined;
}

/** Gives a rule the type of its subject; the shelf keeps it as one of many. */
export function defineRule<Kind extends SubjectKind>(
	rule: Omit<Rule, 'about' | 'find'> & {
		readonly about: Kind;
		find(subject: Subject<Kind>, cluster: Cluster): Iterable<Draft>;
	},
): Rule {
	return rule;
}
