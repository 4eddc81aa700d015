import type {Random} from '../../lib/clock.ts';
import type {Behaviour, Life, LifeState, Moment} from '../contract.ts';
import type {Container, Pod} from '../pod-object.ts';
import {between, createSeededRandom, hashOf, hexOf} from '../seed.ts';

/** One run of a container, from its start to its end. Times in milliseconds since 1970. */
export interface Run {
	readonly number: number;
	readonly startedAt: number;
	/** When it will end by itself; Infinity when nothing ends it. */
	readonly endsAt: number;
	readonly containerId: string;
	/** How long it stays in each state on its way. */
	readonly delaysMs: ReadonlyMap<LifeState, number>;
	/** Set when it has ended. */
	finishedAt?: number;
	exitCode?: number;
	reason?: string;
}

/** What is known of a container's runs: the newest and the one before. */
export interface Runs {
	/** The same for all runs of the container. */
	readonly seed: number;
	readonly newest: Run | undefined;
	readonly before: Run | undefined;
}

/** Where the runs of a container are kept. */
export function runKeyOf(pod: Pod, container: string): string {
	return `${pod.metadata.uid} ${container}`;
}

/** Draws all delays of a run beforehand, so that its end is known when it begins. */
export function planRun(life: Life, container: Container, number: number, now: number, seed: number): Run {
	const random = createSeededRandom(seed + number);
	const delaysMs = new Map<LifeState, number>();
	let state: LifeState = 'running';
	let endsAt = now;
	while (state !== 'exited' && !delaysMs.has(state)) {
		const stage = stageAfter(life, state);
		if (stage === undefined || stage.after === 'back-off') break;
		const delayMs = stage.after === 'readiness' ? readinessMs(container, random) : between(random, ...stage.after);
		delaysMs.set(state, delayMs);
		endsAt += delayMs;
		state = stage.becomes;
	}
	return {
		number,
		startedAt: now,
		endsAt: state === 'exited' ? endsAt : Infinity,
		containerId: `containerd://${hexOf(random, 64)}`,
		delaysMs,
	};
}

export function stageAfter(life: Life, state: LifeState): Life['stages'][number] | undefined {
	return life.stages.find(({when}) => when === state);
}

/** A moment of a run; what is by chance in it only depends on the container and the second. */
export function momentOf(run: Run, seed: number, beganAt: number, now: number): Moment {
	return {
		now,
		storyMs: now - beganAt,
		sinceStartMs: now - run.startedAt,
		runMs: run.endsAt - run.startedAt,
		seed,
		random: createSeededRandom(hashOf(`${seed} ${Math.floor(now / 1000)}`)),
	};
}

/** A part of how a container behaves: the first behaviour that fits and has it. */
export function behaviourOf<Part extends Exclude<keyof Behaviour, 'of'>>(
	behaviours: readonly Behaviour[],
	pod: Pod,
	container: Container,
	part: Part,
): Behaviour[Part] | undefined {
	return behaviours.find(behaviour => behaviour[part] !== undefined && fits(behaviour, pod, container))?.[part];
}

function fits({of: {labels = {}, image = ''}}: Behaviour, pod: Pod, container: Container): boolean {
	return (
		container.image.includes(image) &&
		Object.entries(labels).every(([key, value]) => pod.metadata.labels?.[key] === value)
	);
}

/** The first probe comes after its delay, and hits within a second. */
function readinessMs({readinessProbe}: Container, random: Random): number {
	return (readinessProbe?.initialDelaySeconds ?? 0) * 1000 + between(random, 300, 1200);
}
