import type {Clock, Random} from '../../lib/clock.ts';
import type {Fault} from '../fault.ts';
import {createPatience} from '../reflector/patience.ts';
import {isStarting} from './refusal.ts';

/** How long to wait before a log is asked for again, in milliseconds. */
export interface Waits {
	afterFault(fault: Fault): number;
	/** The kubelet had no log to send. */
	afterRefusal(): number;
	/**
	 * The answer ended by itself: a container ended, a log was rotated, something on the way cuts what is idle.
	 * @param read.isBlank no line ever came: of a pod without a node, too, the API sends an empty log
	 */
	afterEnd(read: {readonly lines: number; readonly lifeMs: number; readonly isBlank: boolean}): number;
	/** A log that was followed, or asked for so long, was cut: nothing is wrong yet. Undefined when that is what happens all the time. */
	afterCut(fault: Fault, lifeMs: number): number | undefined;
	/** So many answers were empty and ended at once, one after the other. */
	readonly emptyEnds: number;
	/** The answers before were none to follow: that the next one begins says little. */
	readonly isDoubtful: boolean;
	/** There is news: whatever comes is new trouble. */
	reset(): void;
}

/** An answer that ended sooner was not followed: nothing writes to the log, or somebody closes each answer. */
export const LIFE_MS_MIN = 2000;
/** What is idle is cut after minutes; a server that is not there is known sooner. */
const IDLE_MS_MIN = 30_000;
/** Between answers that bring lines and end at once. */
const BRIEF_MS = 200;

const FIRST_MS = 1000;
const MS_MAX = 30_000;
/** A pod may get its node, or may have ended in silence. */
const BLANK_MS_MAX = 10_000;
/** People wait for a container that starts. */
const STARTING_MS_MAX = 5000;

export function createWaits(clock: Clock, random: Random): Waits {
	let patience = createPatience(clock, random);
	let refusals = 0;
	let emptyEnds = 0;
	let wasCut = false;
	/** Half of it is left to chance: those who began together do not come back together. */
	const backOff = (tries: number, maxMs: number): number =>
		Math.min(maxMs, FIRST_MS * 2 ** Math.min(tries - 1, 10)) * (0.5 + random() / 2);
	return {
		afterFault(fault) {
			if (!isStarting(fault)) return patience(fault);
			refusals++;
			return backOff(refusals, STARTING_MS_MAX);
		},
		afterRefusal() {
			refusals++;
			return backOff(refusals, MS_MAX);
		},
		afterEnd({lines, lifeMs, isBlank}) {
			if (lines === 0 && lifeMs < LIFE_MS_MIN) {
				emptyEnds++;
				return backOff(emptyEnds, isBlank ? BLANK_MS_MAX : MS_MAX);
			}
			emptyEnds = 0;
			return lifeMs < LIFE_MS_MIN ? BRIEF_MS : 0;
		},
		afterCut({kind}, lifeMs) {
			if (lifeMs < LIFE_MS_MIN || (kind !== 'unreachable' && kind !== 'timeout')) return undefined;
			if (lifeMs < IDLE_MS_MIN && wasCut) return undefined;
			wasCut = true;
			return random() * BRIEF_MS;
		},
		get emptyEnds() {
			return emptyEnds;
		},
		get isDoubtful() {
			return emptyEnds + refusals > 0;
		},
		reset() {
			patience = createPatience(clock, random);
			[refusals, emptyEnds, wasCut] = [0, 0, false];
		},
	};
}
