import type {ContainerStatus, Terminated} from '../pod-object.ts';
import {createSeededRandom, hashOf, hexOf} from '../seed.ts';
import {goDuration, secondsTime} from '../times.ts';
import type {ContainerLife} from './container-life.ts';
import type {Run} from './run.ts';

/** A container's status as the kubelet writes it. `podName` is `NAME_NAMESPACE(UID)`, as in its messages. */
export function containerStatus(life: ContainerLife, podName: string): ContainerStatus {
	const {container, newest, before, state} = life;
	const waits = waitingOf(life, podName);
	const last = waits === undefined ? before : newest;
	const isRunning = state === 'running' || state === 'ready';
	return {
		name: container.name,
		state: waits === undefined ? runState(newest) : {waiting: waits},
		lastState: last?.finishedAt === undefined ? {} : {terminated: terminatedOf(last)},
		// Without a probe a container is ready as soon as it runs.
		ready:
			newest?.finishedAt === undefined &&
			(state === 'ready' || (state === 'running' && container.readinessProbe === undefined)),
		restartCount: newest === undefined ? 0 : newest.number,
		image: container.image,
		imageID: newest === undefined ? '' : imageIdOf(container.image),
		...(newest === undefined ? {} : {containerID: newest.containerId}),
		started: isRunning && newest?.finishedAt === undefined,
	};
}

/** The words of a waiting state, or undefined when the container runs or has just ended. */
function waitingOf(life: ContainerLife, podName: string): {reason: string; message?: string} | undefined {
	const {container, state, backOffMs} = life;
	if (state === 'scheduled' || state === 'creating') return {reason: 'ContainerCreating'};
	if (state === 'restarting') {
		const message = `back-off ${goDuration(backOffMs)} restarting failed container=${container.name} pod=${podName}`;
		return {reason: 'CrashLoopBackOff', message};
	}
	const message = messageOf(life);
	if (state === 'pull-failed') return {reason: 'ErrImagePull', message};
	if (state === 'pull-waiting') {
		return {
			reason: 'ImagePullBackOff',
			message: `Back-off pulling image "${container.image}": ErrImagePull: ${message}`,
		};
	}
	return state === 'config-error' ? {reason: 'CreateContainerConfigError', message} : undefined;
}

/** What the life says about its trouble, of the stage before when this one says nothing. */
export function messageOf({life, stage, container}: ContainerLife): string {
	const message = stage?.message ?? life.stages.find(other => other.message !== undefined)?.message ?? '';
	return message.replaceAll('{image}', container.image);
}

function runState(run: Run | undefined): ContainerStatus['state'] {
	if (run === undefined) return {waiting: {reason: 'ContainerCreating'}};
	return run.finishedAt === undefined
		? {running: {startedAt: secondsTime(run.startedAt)}}
		: {terminated: terminatedOf(run)};
}

function terminatedOf(run: Run): Terminated {
	return {
		exitCode: run.exitCode ?? 0,
		reason: run.reason ?? 'Completed',
		startedAt: secondsTime(run.startedAt),
		finishedAt: secondsTime(run.finishedAt ?? run.startedAt),
		containerID: run.containerId,
	};
}

/** `registry/shop/api@sha256:…`: the digest only depends on the image. */
function imageIdOf(image: string): string {
	return `${image.replace(/:[^/:]+$/, '')}@sha256:${hexOf(createSeededRandom(hashOf(image)), 64)}`;
}
