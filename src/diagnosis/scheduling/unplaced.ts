import {conditionNamed} from '../../kinds/conditions.ts';
import type {EventRow} from '../../model/event.ts';
import type {Evidence} from '../../model/finding.ts';
import type {PodRow} from '../../model/pod.ts';
import type {NodeRow} from '../../model/workload.ts';
import type {Cluster} from '../cluster.ts';
import {heardOf, seenOn} from '../evidence.ts';
import {quoted} from '../phrases.ts';
import type {PodsSubject} from '../subject.ts';
import {type FitError, readFitError} from './fit-error.ts';
import {mainObstacle} from './main-obstacle.ts';
import {withNamedTaints} from './named-taints.ts';
import type {Obstacle} from './obstacle.ts';
import {PATIENCE_MS, type ScaleUp, scaleUpOf} from './scale-up.ts';
import {wouldHelp} from './would-help.ts';

/** Pods of one owner that the scheduler keeps waiting for one reason. */
export interface Unplaced {
	readonly obstacle: Obstacle;
	readonly fit: FitError;
	/** The one that waits longest: what is said of the others is said of it. */
	readonly pod: PodRow;
	readonly pods: readonly PodRow[];
	/** When it began to wait. */
	readonly since: number;
	/** All nodes; undefined when they cannot be listed. */
	readonly nodes: readonly NodeRow[] | undefined;
	/** What the autoscaler of nodes says, if there is one. */
	readonly scaleUp: ScaleUp | undefined;
	readonly evidence: readonly Evidence[];
}

/** Groups the pods that wait for a node by what keeps them, one group for each obstacle. Nothing where all have a node. */
export function unplacedPods(subject: PodsSubject, cluster: Cluster): readonly Unplaced[] {
	if (!subject.pods.some(isUnplaced)) return NOBODY;
	const nodes = cluster.knows('node') ? [...cluster.all('node')] : undefined;
	const waiting = subject.pods.filter(isUnplaced).toSorted((a, b) => waitsSince(a) - waitsSince(b));
	// A thousand pods of one owner are refused in the same words.
	const read = new Map<string, FitError | undefined>();
	const groups = new Map<Obstacle, Refused[]>();
	for (const pod of waiting) {
		const told = toldOf(pod, cluster);
		if (!read.has(told.message)) read.set(told.message, readFitError(told.message) ?? unread(told.message));
		const words = read.get(told.message);
		if (words === undefined) continue;
		const fit = withNamedTaints(words, pod.spec, nodes);
		const obstacle = mainObstacle(fit, pod, nodes, () => wouldHelp(pod, nodes, cluster));
		const group = groups.get(obstacle) ?? [];
		group.push({...told, fit});
		groups.set(obstacle, group);
	}
	return [...groups].flatMap(([obstacle, refused]) => groupOf(obstacle, refused, nodes, cluster) ?? []);
}

/**
 * Those that an obstacle keeps and that have no other hope: while an autoscaler adds a node, that is what is to be told.
 * @returns undefined where there is nothing to tell
 */
export function keptBy(subject: PodsSubject, cluster: Cluster, obstacle: Obstacle): Unplaced | undefined {
	const group = unplacedPods(subject, cluster).find(one => one.obstacle === obstacle);
	if (group?.scaleUp?.state !== 'coming') return group;
	subject.lookAgainAt(group.scaleUp.event.lastAt + PATIENCE_MS);
	return undefined;
}

/** Waits for a node, and is not held back on purpose. */
export function isUnplaced(pod: PodRow): boolean {
	return pod.node === '' && pod.phase === 'Pending' && pod.status !== 'SchedulingGated';
}

export function waitsSince(pod: PodRow): number {
	return conditionNamed(pod.conditions, 'PodScheduled')?.since || pod.createdAt;
}

const NOBODY: readonly Unplaced[] = [];

/** What is no message of the scheduler that we know is told as it is; nothing where nothing is said. */
function unread(message: string): FitError | undefined {
	if (message === '') return undefined;
	return {nodes: 0, refusals: [{obstacle: 'other', nodes: undefined, text: message, name: ''}]};
}

interface Told {
	readonly pod: PodRow;
	readonly message: string;
	readonly evidence: Evidence;
}

interface Refused extends Told {
	readonly fit: FitError;
}

/** The condition is of now, but may have been cut; the event is whole, but may be of a while ago. */
function toldOf(pod: PodRow, cluster: Cluster): Told {
	const condition = conditionNamed(pod.conditions, 'PodScheduled');
	const own = condition?.status === 'False' ? condition.message : '';
	const isWhole = own !== '' && !own.endsWith('…');
	const event = isWhole ? undefined : cluster.eventsOf(pod).findLast(isScheduler);
	if (event === undefined) return {pod, message: own, evidence: seenOn(pod, quoted(own), condition?.since)};
	return {pod, message: event.message, evidence: heardOf(event, pod, quoted(event.message))};
}

function isScheduler({reason, source}: EventRow): boolean {
	return reason === 'FailedScheduling' && source !== 'karpenter';
}

function groupOf(
	obstacle: Obstacle,
	refused: readonly Refused[],
	nodes: readonly NodeRow[] | undefined,
	cluster: Cluster,
): Unplaced | undefined {
	const [first] = refused;
	if (first === undefined) return undefined;
	const {pod, fit, evidence} = first;
	const scaleUp = scaleUpOf(pod, cluster);
	const heard = scaleUp === undefined ? [] : [heardOf(scaleUp.event, pod, quoted(scaleUp.event.message))];
	const pods = refused.map(one => one.pod);
	return {obstacle, fit, pod, pods, since: waitsSince(pod), nodes, scaleUp, evidence: [evidence, ...heard]};
}
