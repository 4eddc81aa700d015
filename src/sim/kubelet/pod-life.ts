import type {Stage} from '../contract.ts';
import type {Pod} from '../pod-object.ts';
import type {Report} from '../recorder.ts';
import {resourceNamed} from '../resources.ts';
import {between} from '../seed.ts';
import type {World} from '../world.ts';
import {hostIpOf, type Addresses} from './addresses.ts';
import {beginLife, delayOf, endRun, enterState, isRunning, type ContainerLife} from './container-life.ts';
import {isFinal, podNameOf, podStatus} from './pod-status.ts';
import {reportsOf} from './reports.ts';
import {failedProbe, PROBE_MS} from './readiness.ts';
import {behaviourOf, runKeyOf, stageAfter} from './run.ts';

/** What the kubelets of a cluster share. */
export interface Machines {
	readonly world: World;
	readonly addresses: Addresses;
	/** `NODE IMAGE` of what was pulled. */
	readonly images: Set<string>;
}

export interface PodLife {
	/** The pod was asked to end: its containers stop within the grace period, then it is gone. */
	end(pod: Pod): void;
	/** Calls off all that would happen. */
	forget(): void;
}

/** How often a kubelet looks at a pod that is in trouble. */
const SYNC_MS = 12_000;
/** From the last container's end until the pod is gone. */
const REMOVE_MS = 200;

/** Lets the containers of a pod live, each from stage to stage. */
export function beginPodLife(taken: Pod, {world, addresses, images}: Machines): PodLife {
	const {timeline, store} = world;
	const startedAt = timeline.now();
	const lives = taken.spec.containers.map(container => beginLife(world, taken, container));
	let podIp: string | undefined;
	/** Containers that would be ready by now, but for their readiness probes. */
	const failing = new Set<ContainerLife>();

	const newest = (): Pod | undefined => {
		const pod = store.get('pods', taken.metadata.namespace ?? '', taken.metadata.name);
		return pod?.metadata.uid === taken.metadata.uid ? pod : undefined;
	};
	const write = (pod: Pod): void => {
		const place = {hostIp: hostIpOf(pod, store), podIp, startedAt};
		world.registry.change(pod, {manager: 'kubelet', subresource: 'status'}, draft => {
			draft.status = podStatus(draft, lives, place, timeline.now());
		});
	};
	const report = (pod: Pod, words: Omit<Report, 'component'>): void => {
		world.recorder.report(pod, {...words, component: 'kubelet', host: pod.spec.nodeName ?? ''});
	};

	/** Waits for the end of the present stage. */
	const proceed = (life: ContainerLife): void => {
		const stage = stageAfter(life.life, life.state);
		const isProbed = life.state === 'ready' && behaviourOf(world.behaviours, taken, life.container, 'unready');
		const probes = isProbed ? [timeline.every(PROBE_MS, () => probe(life))] : [];
		life.cancel = () => probes.forEach(cancel => cancel());
		if (stage === undefined) return;
		// The first restart comes without a back-off.
		const skips =
			life.state === 'exited' && life.backOffMs === 0 ? stageAfter(life.life, stage.becomes) : undefined;
		const cancels = [
			...probes,
			timeline.after(delayOf(life, stage, timeline.now()), () => step(life, skips ?? stage)),
		];
		if (life.state === 'restarting' || life.state === 'pull-waiting') {
			cancels.push(timeline.every(SYNC_MS, () => echo(life)));
		}
		life.cancel = () => cancels.forEach(cancel => cancel());
	};
	const step = (life: ContainerLife, stage: Stage): void => {
		life.cancel();
		const pod = newest();
		if (pod === undefined) return;
		failing.delete(life);
		if (stage.becomes === 'ready' && failedProbe(world, pod, life, timeline.now()) !== undefined) {
			failing.add(life);
			life.cancel = timeline.every(PROBE_MS, () => probe(life));
			return;
		}
		const {name} = life.container;
		for (const {message, ...event} of stage.events ?? [])
			report(pod, {...event, message: message.replace('{container}', name), container: name});
		if (stage.becomes !== life.state) enter(pod, life, stage);
		if (life.state !== 'exited' || !isFinal(pod, life.newest?.exitCode ?? 0)) proceed(life);
	};
	const enter = (pod: Pod, life: ContainerLife, stage: Stage): void => {
		enterState(life, stage, timeline.now());
		if (life.state !== 'creating') podIp ??= addresses.take(pod);
		world.runs.set(runKeyOf(pod, life.container.name), {seed: life.seed, newest: life.newest, before: life.before});
		write(pod);
		const image = `${pod.spec.nodeName} ${life.container.image}`;
		for (const words of reportsOf(life, podNameOf(pod), images.has(image))) report(pod, words);
		if (life.state === 'running') images.add(image);
	};
	/** Readiness comes and goes with the probe. */
	const probe = (life: ContainerLife): void => {
		const pod = newest();
		if (pod === undefined) return;
		const failed = failedProbe(world, pod, life, timeline.now());
		if (failed === undefined) {
			if (!failing.has(life)) return;
			const ready = stageAfter(life.life, 'running');
			if (life.state === 'running' && ready !== undefined) step(life, ready);
			return;
		}
		const message = `Readiness probe failed: ${failed.problem}`;
		report(pod, {type: 'Warning', reason: 'Unhealthy', message, container: life.container.name});
		if (life.state !== 'ready' || !failed.isBelieved) return;
		failing.add(life);
		life.state = 'running';
		write(pod);
	};
	/** A kubelet says at each sync that it still waits. */
	const echo = (life: ContainerLife): void => {
		const pod = newest();
		const words = pod && reportsOf(life, podNameOf(pod), true)[0];
		if (pod !== undefined && words !== undefined) report(pod, words);
	};

	const stop = (): void => {
		for (const life of lives.filter(isRunning)) endRun(life, {code: 0, reason: 'Completed'}, timeline.now());
		const pod = newest();
		if (pod !== undefined) write(pod);
		timeline.after(REMOVE_MS, remove);
	};
	const remove = (): void => {
		const pod = newest();
		if (pod !== undefined) store.remove(resourceNamed('pods'), pod);
	};

	for (const life of lives) proceed(life);
	return {
		end(pod) {
			const graceMs = (pod.metadata.deletionGracePeriodSeconds ?? 0) * 1000;
			for (const life of lives) life.cancel();
			for (const {container} of lives.filter(isRunning)) {
				const message = `Stopping container ${container.name}`;
				report(pod, {type: 'Normal', reason: 'Killing', message, container: container.name});
			}
			timeline.after(lives.some(isRunning) ? Math.min(graceMs, between(world.random, 900, 2500)) : 0, stop);
		},
		forget() {
			for (const life of lives) life.cancel();
		},
	};
}
