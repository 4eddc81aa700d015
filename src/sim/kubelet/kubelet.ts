import type {Cancel} from '../../lib/clock.ts';
import type {Stage} from '../contract.ts';
import {batch} from '../lives/batch.ts';
import {LIFE_ANNOTATION, lifeNamed} from '../lives/named.ts';
import {normal} from '../lives/normal.ts';
import type {Node} from '../objects.ts';
import type {Pod} from '../pod-object.ts';
import type {Report} from '../recorder.ts';
import {resourceNamed} from '../resources.ts';
import {between, createSeededRandom, hashOf} from '../seed.ts';
import type {World} from '../world.ts';
import {nextBackOffMs, type ContainerLife} from './container.ts';
import {isFinal, podStatus, type Place} from './pod-status.ts';
import {reportsOf} from './reports.ts';
import {behaviourOf, planRun, runKeyOf, stageAfter} from './run.ts';

/**
 * All kubelets of the cluster: takes pods that have a node and no container status yet, and lets their containers live.
 * Pods that come with a status are left as they are, until they are deleted.
 */
export function runKubelets(world: World): void {
	const {store, timeline} = world;
	const pods = new Map<string, PodLife>();
	const images = new Set<string>();
	const addresses = createAddresses(world);

	const take = (pod: Pod): void => {
		const place = {hostIp: hostIpOf(pod, world), podIp: undefined, startedAt: timeline.now()};
		const lives = pod.spec.containers.map(container => beginLife(world, pod, container));
		const life: PodLife = {place, lives};
		pods.set(pod.metadata.uid ?? '', life);
		for (const one of lives) proceed(pod, life, one);
	};

	/** Waits for the end of the present stage. */
	const proceed = (pod: Pod, podLife: PodLife, life: ContainerLife): void => {
		const stage = stageAfter(life.life, life.state);
		if (stage === undefined) return;
		const delayMs = delayOf(life, stage, timeline.now());
		// The first restart comes without a back-off.
		const skips =
			life.state === 'exited' && life.backOffMs === 0 ? stageAfter(life.life, stage.becomes) : undefined;
		const cancel = timeline.after(delayMs, () => step(pod, podLife, life, skips ?? stage));
		const cancelEcho = echo(pod, life);
		life.cancel = () => {
			cancel();
			cancelEcho();
		};
	};

	const step = (taken: Pod, podLife: PodLife, life: ContainerLife, stage: Stage): void => {
		life.cancel();
		const pod = newestOf(world, taken);
		if (pod === undefined || pod.metadata.deletionTimestamp !== undefined) return;
		if (stage.event !== undefined) report(pod, {...stage.event, container: life.container.name});
		if (stage.becomes !== life.state) enter(pod, podLife, life, stage);
		const hasEnded = life.state === 'exited' && isFinal(pod, life.newest?.exitCode ?? 0);
		if (!hasEnded) proceed(pod, podLife, life);
	};

	const enter = (pod: Pod, podLife: PodLife, life: ContainerLife, stage: Stage): void => {
		life.state = stage.becomes;
		life.stage = stage;
		if (life.state === 'running') startRun(life, timeline.now());
		if (life.state === 'exited') endRun(life, stage.exit ?? {code: 1, reason: 'Error'}, timeline.now());
		if (life.state === 'pull-waiting') life.backOffMs = nextBackOffMs(life.backOffMs);
		if (life.state !== 'creating') podLife.place.podIp ??= addresses.take(pod);
		world.runs.set(runKeyOf(pod, life.container.name), {seed: life.seed, newest: life.newest, before: life.before});
		write(pod, podLife);
		const image = `${pod.spec.nodeName} ${life.container.image}`;
		for (const words of reportsOf(life, life.state, podNameOf(pod), images.has(image))) report(pod, words);
		if (life.state === 'running') images.add(image);
	};

	/** A kubelet says at each sync that it still waits. */
	const echo = (pod: Pod, life: ContainerLife): Cancel => {
		if (life.state !== 'restarting' && life.state !== 'pull-waiting') return () => {};
		const words = reportsOf(life, life.state, podNameOf(pod), true)[0];
		return timeline.every(SYNC_MS, () => {
			const newest = newestOf(world, pod);
			if (newest !== undefined && words !== undefined) report(newest, words);
		});
	};

	const end = (pod: Pod): void => {
		const life = pods.get(pod.metadata.uid ?? '');
		const graceMs = (pod.metadata.deletionGracePeriodSeconds ?? 0) * 1000;
		for (const one of life?.lives ?? []) {
			one.cancel();
			if (isRunning(one)) {
				report(pod, {
					type: 'Normal',
					reason: 'Killing',
					message: `Stopping container ${one.container.name}`,
					container: one.container.name,
				});
			}
		}
		const stopMs = life?.lives.some(isRunning) ? Math.min(graceMs, between(world.random, 900, 2500)) : 0;
		timeline.after(stopMs, () => {
			for (const one of life?.lives.filter(isRunning) ?? []) {
				endRun(one, {code: 0, reason: 'Completed'}, timeline.now());
				one.state = 'exited';
			}
			const newest = newestOf(world, pod);
			if (newest !== undefined && life !== undefined) write(newest, life);
			timeline.after(REMOVE_MS, () => {
				const last = newestOf(world, pod);
				if (last !== undefined) store.remove(resourceNamed('pods'), last);
			});
		});
	};

	const forget = (pod: Pod): void => {
		const life = pods.get(pod.metadata.uid ?? '');
		pods.delete(pod.metadata.uid ?? '');
		for (const one of life?.lives ?? []) {
			one.cancel();
			world.runs.delete(runKeyOf(pod, one.container.name));
		}
		addresses.give(pod);
	};

	const write = (pod: Pod, {lives, place}: PodLife): void => {
		world.registry.change(pod, {manager: 'kubelet', subresource: 'status'}, draft => {
			draft.status = podStatus(draft, lives, place, timeline.now());
		});
	};

	const report = (pod: Pod, words: Omit<Report, 'component'>): void => {
		world.recorder.report(pod, {...words, component: 'kubelet', host: pod.spec.nodeName ?? ''});
	};

	store.onChange(({resource, type, object, before}) => {
		if (resource.plural !== 'pods') return;
		const pod = object as Pod;
		if (type === 'DELETED') forget(pod);
		else if (pod.metadata.deletionTimestamp !== undefined) {
			if (before?.metadata.deletionTimestamp === undefined) end(pod);
		} else if (
			pod.spec.nodeName !== undefined &&
			pod.status.containerStatuses === undefined &&
			!pods.has(pod.metadata.uid ?? '')
		)
			take(pod);
	});
}

interface PodLife {
	readonly place: Place & {podIp: string | undefined};
	readonly lives: readonly ContainerLife[];
}

/** How often a kubelet looks at a pod that is in trouble. */
const SYNC_MS = 12_000;
/** From the last container's end until the pod is gone. */
const REMOVE_MS = 200;
/** After a run as long as this, a kubelet forgets the crashes before. */
const GOOD_RUN_MS = 600_000;

function beginLife({behaviours}: World, pod: Pod, container: ContainerLife['container']): ContainerLife {
	const usual = (pod.spec.restartPolicy ?? 'Always') === 'Always' ? normal : batch;
	const wish = pod.metadata.annotations?.[LIFE_ANNOTATION];
	return {
		container,
		life: lifeNamed(wish) ?? behaviourOf(behaviours, pod, container, 'life') ?? usual,
		seed: hashOf(runKeyOf(pod, container.name)),
		state: 'scheduled',
		stage: undefined,
		newest: undefined,
		before: undefined,
		backOffMs: 0,
		cancel: () => {},
	};
}

function delayOf(life: ContainerLife, stage: Stage, now: number): number {
	const planned = life.newest?.delaysMs.get(life.state);
	if (planned !== undefined) return planned;
	if (stage.after === 'back-off') return life.backOffMs - (now - (life.newest?.finishedAt ?? now));
	if (stage.after === 'readiness') return 0;
	return between(createSeededRandom(life.seed + Math.floor(now)), ...stage.after);
}

function startRun(life: ContainerLife, now: number): void {
	const number = life.newest === undefined ? 0 : life.newest.number + 1;
	life.before = life.newest;
	life.newest = planRun(life.life, life.container, number, now, life.seed);
}

function endRun(life: ContainerLife, exit: {readonly code: number; readonly reason: string}, now: number): void {
	const {newest} = life;
	if (newest === undefined) return;
	newest.finishedAt = now;
	newest.exitCode = exit.code;
	newest.reason = exit.reason;
	const isFirst = newest.number === 0 || now - newest.startedAt >= GOOD_RUN_MS;
	life.backOffMs = isFirst ? 0 : nextBackOffMs(life.backOffMs);
}

function isRunning({newest}: ContainerLife): boolean {
	return newest !== undefined && newest.finishedAt === undefined;
}

function podNameOf({metadata: {name, namespace, uid}}: Pod): string {
	return `${name}_${namespace}(${uid})`;
}

function newestOf({store}: World, {metadata}: Pod): Pod | undefined {
	const pod = store.get<Pod>('pods', metadata.namespace ?? '', metadata.name);
	return pod?.metadata.uid === metadata.uid ? pod : undefined;
}

function hostIpOf(pod: Pod, {store}: World): string {
	const node = store.get<Node>('nodes', '', pod.spec.nodeName ?? '');
	return node?.status.addresses?.find(({type}) => type === 'InternalIP')?.address ?? '127.0.0.1';
}

/** Pod addresses out of each node's range, the lowest that is free. */
function createAddresses({store}: World): {take(pod: Pod): string; give(pod: Pod): void} {
	const taken = new Map<string, string>();
	return {
		take({metadata, spec}) {
			const node = store.get<Node>('nodes', '', spec.nodeName ?? '');
			const base = (node?.spec.podCIDR ?? '10.244.255.0/24').split('.').slice(0, 3).join('.');
			let last = 2;
			while (taken.has(`${base}.${last}`)) last += 1;
			taken.set(`${base}.${last}`, metadata.uid ?? '');
			return `${base}.${last}`;
		},
		give({status}) {
			taken.delete(status.podIP ?? '');
		},
	};
}
