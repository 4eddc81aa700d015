import type {ContainerRow, PodRow} from '../model/pod.ts';
import type {LastWords, LoggedTrouble} from '../telemetry/last-words.ts';
import type {Cluster} from './cluster.ts';
import {causeOf, DEPENDENCY} from './crash-cause.ts';
import {openingOf, outlookOf, specOf} from './crash-words.ts';
import {type Crash, crashesOf} from './crashes.ts';
import {LATELY_MS} from './lately.ts';
import {type Dependency, dependencyOf} from './dependency.ts';
import {overdueAt} from './overdue.ts';
import {wasKilledByProbe} from './probes/killing.ts';
import type {PodsSubject} from './subject.ts';

/** A container that cannot do without something it does not reach: it crashes, does not get ready, or waits in an init container. */
export interface Sufferer {
	readonly pod: PodRow;
	readonly container: ContainerRow;
	readonly words: LastWords;
	readonly trouble: LoggedTrouble;
	readonly dependency: Dependency;
	/** Undefined when it does not crash. */
	readonly crash: Crash | undefined;
}

/** Sufferers of one container with one trouble of one dependency. */
export interface Suffering {
	readonly sufferers: readonly [Sufferer, ...Sufferer[]];
	readonly trouble: LoggedTrouble;
	readonly dependency: Dependency;
	/** `New pods exit at start`, `Pods are not ready`. */
	readonly opening: string;
	/** It died of it at each of several starts, in the same way. */
	readonly isHopeless: boolean;
}

/** Who suffers from trouble of these categories, by container and dependency. */
export function sufferingsOf(
	subject: PodsSubject,
	cluster: Cluster,
	categories: readonly LoggedTrouble['category'][],
): readonly Suffering[] {
	const crashes = crashing(subject, cluster);
	const others = waiting(subject, cluster).filter(one => crashes.every(({container}) => container !== one.container));
	const all = [...crashes, ...others].filter(({trouble}) => categories.includes(trouble.category));
	// What stands behind a Service is another subject: its changes are no changes of this one.
	if (all.length > 0) subject.lookAgainAt(cluster.now + LOOK_AGAIN_MS);
	const groups = Map.groupBy(all, ({container, trouble, dependency}) =>
		[container.name, trouble.category, dependency.label].join('/'),
	);
	return [...groups.values()].flatMap(([first, ...rest]) => {
		if (first === undefined) return [];
		const sufferers = [first, ...rest] as const;
		const dying = sufferers.flatMap(({crash}) => crash ?? []);
		const {trouble, dependency} = first;
		const isHopeless = dying.length === sufferers.length && outlookOf(dying) === 'doomed';
		return {sufferers, trouble, dependency, opening: opening(subject, first), isHopeless};
	});
}

/** Whether a crash will be over by itself, since what it could not reach is coming. */
export function isPassing(crash: Crash, subject: PodsSubject, cluster: Cluster): boolean {
	if (causeOf(crash) !== 'dependency') return false;
	subject.lookAgainAt(cluster.now + LOOK_AGAIN_MS);
	return suffererOf(crash, subject, cluster)?.dependency.coming !== undefined;
}

/** Soon enough to be said while it is true. */
const LOOK_AGAIN_MS = 2_000;

/** An init container that waits for so long does not wait for the start of a sibling. */
const START_MS = 30_000;

/** A program that waits for something says so at least this often. */
const REPEATED_MS = 2 * 60_000;

/** So far the clocks of nodes that keep time may differ from ours. */
const CLOCKS_MS = 10_000;

function crashing(subject: PodsSubject, cluster: Cluster): readonly Sufferer[] {
	return crashesOf(subject, cluster)
		.filter(crash => crash.phase !== 'serves' && causeOf(crash) === 'dependency')
		.flatMap(crash => suffererOf(crash, subject, cluster) ?? []);
}

function suffererOf(crash: Crash, {object}: PodsSubject, cluster: Cluster): Sufferer | undefined {
	const {pod, container, words, exit} = crash;
	if (words?.trouble === undefined) return undefined;
	const {trouble} = words;
	const dependency = dependencyOf(trouble, exit.finishedAt, specOf(pod, container), object.namespace, cluster);
	return {pod, container, words, trouble, dependency, crash};
}

/** Containers that run, and say that they do not reach something. */
function waiting(subject: PodsSubject, cluster: Cluster): readonly Sufferer[] {
	const found: Sufferer[] = [];
	for (const pod of subject.pods) {
		if (pod.ready) continue;
		for (const container of pod.containers) {
			if (container.state !== 'running' || (container.ready && container.role !== 'init')) continue;
			const sufferer = waiter(pod, container, subject, cluster);
			if (sufferer !== undefined) found.push(sufferer);
		}
	}
	return found;
}

function waiter(pod: PodRow, container: ContainerRow, subject: PodsSubject, cluster: Cluster): Sufferer | undefined {
	const {now} = cluster;
	const words = cluster.lastWordsOf(pod, container);
	const trouble = words?.trouble;
	if (words === undefined || trouble === undefined || !DEPENDENCY.has(trouble.category)) return undefined;
	const spec = specOf(pod, container);
	const patientUntil = container.role === 'init' ? container.startedAt + START_MS : overdueAt(pod);
	subject.lookAgainAt(patientUntil);
	const {at = now} = words;
	const isOfNow = at >= container.startedAt && at <= now + CLOCKS_MS && now - at <= REPEATED_MS;
	if (now < patientUntil || !isOfNow) return undefined;
	// A restart by a probe is the worse story, and told as such.
	if (wasKilledByProbe(container.name, cluster.eventsOf(pod), now - LATELY_MS)) return undefined;
	const dependency = dependencyOf(trouble, at, spec, subject.object.namespace, cluster);
	return {pod, container, words, trouble, dependency, crash: undefined};
}

function opening(subject: PodsSubject, {crash, container}: Sufferer): string {
	if (crash !== undefined) return openingOf(subject, crash);
	if (container.role === 'init') return `${subject.who} wait in init container ${container.name}`;
	return `${subject.who} are not ready`;
}
