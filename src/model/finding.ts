/** How bad it is: `doomed` will not get well by itself, `struggling` may, `progressing` is on its way, `info` is worth knowing. */
export type Verdict = 'doomed' | 'struggling' | 'progressing' | 'info';

/** How sure: `certain` is what the cluster itself says, `likely` fits all that is seen, `possible` is one of several readings. */
export type Confidence = 'certain' | 'likely' | 'possible';

/** An object of the cluster, as findings name it. */
export interface ObjectRef {
	/** Id of the kind: `deployment`. */
	readonly kind: string;
	readonly namespace: string;
	readonly name: string;
	/** Empty when the object is not known, only named. */
	readonly uid: string;
}

/** One thing that was seen, so that a person can check it. Texts are not yet sanitised. */
export interface Evidence {
	readonly text: string;
	/** Where it was seen: the object itself, an event about it, or the log of one of its containers. */
	readonly seenIn: 'object' | 'event' | 'log' | 'metrics';
	readonly object: ObjectRef;
	/** Of a log. */
	readonly container?: string;
	/** Milliseconds since 1970; undefined when it simply is so. */
	readonly at: number | undefined;
}

/** One cause on one owner, with all that shows it. */
export interface Finding {
	/** The same as long as it is the same cause on the same owner, whatever its pods are called. */
	readonly id: string;
	/** Id of the rule. */
	readonly rule: string;
	readonly verdict: Verdict;
	readonly confidence: Confidence;
	/** Whom it is about: the workload, or a Service, an Ingress, a Job. */
	readonly object: ObjectRef;
	/** One sentence without a full stop: what is wrong. */
	readonly title: string;
	/** `4 of 5 pods of rev 42`; empty when it is about the object itself. */
	readonly extent: string;
	/** Why, in numbers and names; empty when the title says it all. */
	readonly because: string;
	/** Pods and other objects that it hits; at most 20. */
	readonly affects: readonly ObjectRef[];
	/** The most telling first; at most 8. */
	readonly evidence: readonly Evidence[];
	/** What a person can do, the best first. */
	readonly next: readonly string[];
	/** When it began, milliseconds since 1970, as far as the cluster tells; else when it was first seen. */
	readonly since: number;
	/** The newest that shows it. */
	readonly lastSeenAt: number;
	/** What follows from it: on the same owner or on others. Never nested deeper. */
	readonly consequences: readonly Finding[];
}
