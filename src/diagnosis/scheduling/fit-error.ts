import {type Obstacle, obstacleOf} from './obstacle.ts';

/** What the scheduler says of a pod for which it found no node. */
export interface FitError {
	/** Nodes that it looked at. */
	readonly nodes: number;
	/** In its order; a node may refuse for several. */
	readonly refusals: readonly Refusal[];
}

export interface Refusal {
	readonly obstacle: Obstacle;
	/** How many nodes refuse for it; undefined when it was not asked node by node. */
	readonly nodes: number | undefined;
	/** The scheduler's words, without the number. */
	readonly text: string;
	/** What it is about: `cpu`, the taint `dedicated=db`, the claim `data`; empty when the words do not say. */
	readonly name: string;
}

/** A message names each reason once: more than these are no message of the scheduler. */
const REFUSALS_MAX = 50;

/**
 * Reads the message of a FailedScheduling event or of the condition PodScheduled (kube-scheduler `framework/types.go`, FitError):
 * `0/5 nodes are available: 1 Too many pods, 4 Insufficient cpu. preemption: …`, or one reason that holds for all nodes, or, of older
 * schedulers, that reason alone. What follows the first sentence is about preemption and device claims, and says nothing new.
 * @returns undefined for what is not from the scheduler, or says nothing
 */
export function readFitError(message: string): FitError | undefined {
	const {nodes, rest} = HEAD.exec(message)?.groups ?? {};
	const [sentence = ''] = (rest ?? message).split(END, 1);
	const parts = sentence.split(BETWEEN, REFUSALS_MAX).map(part => refusalOf(part.trim()));
	const refusals = parts.filter(({text, obstacle}) => text !== '' && (nodes !== undefined || obstacle !== 'other'));
	return refusals.length === 0 ? undefined : {nodes: Number(nodes ?? 0), refusals};
}

const HEAD = /^\d{1,6}\/(?<nodes>\d{1,6}) nodes (?:are )?available:(?<rest>[^]*)$/;

const END = /\.(?:\s|$)|,? preemption: /;

/** Taints of older schedulers have a comma inside: `had taint {a: b}, that the pod didn't tolerate`. */
const BETWEEN = /, (?=\d+ )/;

function refusalOf(part: string): Refusal {
	const {count, words = part} = COUNTED.exec(part)?.groups ?? {};
	return {...obstacleOf(words), nodes: count === undefined ? undefined : Number(count), text: words};
}

const COUNTED = /^(?<count>\d{1,6}) (?<words>[^]+)$/;
