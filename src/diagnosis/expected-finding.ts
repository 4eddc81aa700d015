import type {Confidence, Verdict} from '../model/finding.ts';

/** The fields of a finding that an example names. */
export interface ExpectedFinding {
	/** `deployment/api` */
	readonly object?: string;
	readonly title?: string;
	readonly because?: string;
	readonly extent?: string;
	readonly verdict?: Verdict;
	readonly confidence?: Confidence;
	/** Names of what it hits. */
	readonly affects?: readonly string[];
	/** Texts, all of them. */
	readonly evidence?: readonly string[];
	readonly next?: readonly string[];
	/** RFC 3339. */
	readonly since?: string;
}
