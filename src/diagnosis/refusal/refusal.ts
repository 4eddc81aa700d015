import type {EventRow} from '../../model/event.ts';
import type {Evidence} from '../../model/finding.ts';
import type {Row} from '../../model/row.ts';
import type {Cluster} from '../cluster.ts';
import type {Draft} from '../contract.ts';
import {heardOf, seenOn} from '../evidence.ts';
import {counted, quoted} from '../phrases.ts';
import type {PodsSubject} from '../subject.ts';
import {type RefusalKind, refusalKindOf, wordsOfRefusal} from './refusal-kind.ts';
import {type Shortage, shortageOf} from './shortage.ts';

/** Pods that a controller may not create. Nothing else shows it: there is no pod to look at. */
export interface Refusal {
	/** Why, in the words of the API server, without what it is wrapped in. */
	readonly words: string;
	/** How many pods are missing for it, of how many. */
	readonly missing: number;
	readonly wanted: number;
	/** Who is refused: the ReplicaSet of a Deployment, else the subject itself. */
	readonly creator: Row;
	readonly evidence: readonly Evidence[];
	/** When it began as far as the cluster tells, milliseconds since 1970. */
	readonly since: number;
}

/**
 * The newest refusal for pods of a subject that are wanted and not there; undefined when there is none, when it is of another kind, or
 * when it was overcome.
 */
export function refusalOf(subject: PodsSubject, cluster: Cluster, only: RefusalKind): Refusal | undefined {
	const shortage = shortageOf(subject, cluster);
	if (shortage === undefined) return undefined;
	const {creator, condition} = shortage;
	const told = toldRefusal(shortage, cluster);
	// The condition keeps the words of the first refusal while its reason stays; events tell the newest.
	const message = told?.event.message ?? condition?.message ?? '';
	if (message === '') return undefined;
	const words = wordsOfRefusal(message);
	if (refusalKindOf(words) !== only) return undefined;
	const since = condition?.since || told?.since || cluster.now;
	const evidence =
		told === undefined ? seenOn(subject.object, quoted(words), since) : heardOf(told.event, creator, quoted(words));
	return {...shortage, words, evidence: [evidence], since};
}

/** What findings about a refusal have in common. A Deployment's ReplicaSet is named as what is hit, so that only its pods are explained. */
export function commonOf(
	{creator, evidence, since}: Refusal,
	subject: PodsSubject,
): Pick<Draft, 'affects' | 'evidence' | 'since' | 'confidence'> {
	return {affects: creator === subject.object ? [] : [creator], evidence, since, confidence: 'certain'};
}

/** `2 of 3 pods are missing`. */
export function extentOf({missing, wanted}: Refusal): string {
	return `${missing} of ${counted(wanted, 'pod')} ${missing === 1 ? 'is' : 'are'} missing`;
}

/** Controllers wait at most 1,000 seconds between two tries; what was not repeated since is over. */
const REPEATED_MS = 20 * 60_000;

/** The condition is set within a moment of the first refusal: what is older was about another one. */
const MOMENT_MS = 5000;

/** The newest refusal that is told by an event, and since when there are such. */
export function toldRefusal(
	{creator, condition}: Shortage,
	cluster: Cluster,
): {readonly event: EventRow; readonly since: number} | undefined {
	let event: EventRow | undefined;
	let since = Infinity;
	for (const one of cluster.eventsOf(creator)) {
		if (one.reason === 'FailedCreate') {
			event = one;
			since = Math.min(since, one.firstAt);
		} else if (one.reason === 'SuccessfulCreate' && condition === undefined) {
			// While there is a condition the refusal goes on, though it may be of some pods only.
			event = undefined;
			since = Infinity;
		}
	}
	if (event === undefined) return undefined;
	const isOld =
		condition === undefined ? cluster.now - event.lastAt > REPEATED_MS : event.lastAt < condition.since - MOMENT_MS;
	return isOld ? undefined : {event, since};
}
