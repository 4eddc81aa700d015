import type {Life, LifeState, Stage} from '../contract.ts';
import {batch} from '../lives/batch.ts';
import {LIFE_ANNOTATION, lifeNamed} from '../lives/named.ts';
import {normal} from '../lives/normal.ts';
import type {Container, Pod} from '../pod-object.ts';
import {between, createSeededRandom, hashOf} from '../seed.ts';
import type {World} from '../world.ts';
import {behaviourOf, planRun, runKeyOf, type Run} from './run.ts';

/** A container as its kubelet knows it. */
export interface ContainerLife {
	readonly container: Container;
	readonly life: Life;
	readonly seed: number;
	state: LifeState;
	/** The stage that led to the state. */
	stage: Stage | undefined;
	newest: Run | undefined;
	before: Run | undefined;
	/** How long it waits before a restart or a pull; 0 when it does not. */
	backOffMs: number;
	/** Calls off what will happen next. */
	cancel: () => void;
}

/** The life is the one that the pod names, else the one of its behaviour, else the usual one for its restartPolicy. */
export function beginLife({behaviours}: World, pod: Pod, container: Container): ContainerLife {
	const usual = (pod.spec.restartPolicy ?? 'Always') === 'Always' ? normal : batch;
	const named = lifeNamed(pod.metadata.annotations?.[LIFE_ANNOTATION]);
	return {
		container,
		life: named ?? behaviourOf(behaviours, pod, container, 'life') ?? usual,
		seed: hashOf(runKeyOf(pod, container.name)),
		state: 'scheduled',
		stage: undefined,
		newest: undefined,
		before: undefined,
		backOffMs: 0,
		cancel: () => {},
	};
}

/** Goes into the state that a stage leads to: starts or ends a run, or makes the back-off longer. */
export function enterState(life: ContainerLife, stage: Stage, now: number): void {
	life.state = stage.becomes;
	life.stage = stage;
	if (stage.becomes === 'running') startRun(life, now);
	if (stage.becomes === 'exited') endRun(life, stage.exit ?? {code: 1, reason: 'Error'}, now);
	if (stage.becomes === 'pull-waiting') life.backOffMs = nextBackOffMs(life.backOffMs);
}

/** How long it stays in its state. */
export function delayOf(life: ContainerLife, stage: Stage, now: number): number {
	const planned = life.newest?.delaysMs.get(life.state);
	if (planned !== undefined) return planned;
	if (stage.after === 'back-off') return life.backOffMs - (now - (life.newest?.finishedAt ?? now));
	if (stage.after === 'readiness') return 0;
	return between(createSeededRandom(life.seed + Math.floor(now)), ...stage.after);
}

export function isRunning({newest}: ContainerLife): boolean {
	return newest !== undefined && newest.finishedAt === undefined;
}

/** Ends the present run, if there is one. */
export function endRun(life: ContainerLife, exit: {readonly code: number; readonly reason: string}, now: number): void {
	const {newest} = life;
	if (newest === undefined) return;
	life.state = 'exited';
	newest.finishedAt = now;
	newest.exitCode = exit.code;
	newest.reason = exit.reason;
	const isForgiven = newest.number === 0 || now - newest.startedAt >= GOOD_RUN_MS;
	life.backOffMs = isForgiven ? 0 : nextBackOffMs(life.backOffMs);
}

/** After a run as long as this, a kubelet forgets the crashes before. */
const GOOD_RUN_MS = 600_000;

const BACK_OFF_FIRST_MS = 10_000;
const BACK_OFF_MAX_MS = 300_000;

function startRun(life: ContainerLife, now: number): void {
	const number = life.newest === undefined ? 0 : life.newest.number + 1;
	life.before = life.newest;
	life.newest = planRun(life.life, life.container, number, now, life.seed);
}

function nextBackOffMs(beforeMs: number): number {
	return beforeMs === 0 ? BACK_OFF_FIRST_MS : Math.min(BACK_OFF_MAX_MS, beforeMs * 2);
}
