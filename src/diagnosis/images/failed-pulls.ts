import type {Evidence} from '../../model/finding.ts';
import type {ContainerRow, PodRow} from '../../model/pod.ts';
import type {Cluster} from '../cluster.ts';
import type {Draft} from '../contract.ts';
import {failingSince} from '../creation/failing-since.ts';
import {seenOn} from '../evidence.ts';
import {quoted} from '../phrases.ts';
import type {PodsSubject} from '../subject.ts';
import {coreOfPull, type PullFailure, pullFailureOf} from './pull-failure.ts';

/** The pods of one owner whose containers wait for one image, for one reason. */
export interface FailedPull {
	readonly failure: PullFailure;
	readonly image: string;
	/** The core of what the runtime said; empty when nobody kept it. */
	readonly message: string;
	readonly pods: readonly PodRow[];
	/** Names of the nodes that these pods are on, sorted. */
	readonly nodes: readonly string[];
	readonly evidence: readonly Evidence[];
	/** When it failed first as far as events tell; else when the oldest of these pods was taken by its node. */
	readonly since: number;
}

/** What of the pods of a subject waits for an image that does not come, by image and reason; `only` names the reasons that matter. */
export function failedPulls(
	subject: PodsSubject,
	cluster: Cluster,
	only: readonly PullFailure[],
): readonly FailedPull[] {
	const groups = new Map<string, Group>();
	// Fifty pods of one cause say the same.
	const readings = new Map<string, Reading>();
	for (const pod of subject.pods) {
		if (pod.ready) continue;
		for (const container of pod.containers) {
			if (container.state !== 'waiting' || !REASONS.has(container.reason)) continue;
			const reading = readingOf(pod, container, cluster, readings);
			const failure = OF_REASON.get(container.reason) ?? reading.failure;
			if (!only.includes(failure)) continue;
			const key = `${failure} ${container.image}`;
			const group = groups.get(key) ?? {failure, image: container.image, waiting: []};
			group.waiting.push({pod, container, message: reading.message});
			groups.set(key, group);
		}
	}
	return [...groups.values()].map(group => failedPullOf(group, cluster));
}

/** What findings about a failed pull have in common. */
export function commonOf({
	image,
	pods,
	evidence,
	since,
}: FailedPull): Pick<Draft, 'key' | 'pods' | 'evidence' | 'since'> {
	return {key: image, pods, evidence, since};
}

interface Group {
	readonly failure: PullFailure;
	readonly image: string;
	readonly waiting: {readonly pod: PodRow; readonly container: ContainerRow; readonly message: string}[];
}

/** What the reason alone tells; undefined: the message does. */
const OF_REASON: ReadonlyMap<string, PullFailure | undefined> = new Map([
	['ErrImagePull', undefined],
	['ImagePullBackOff', undefined],
	['ImageInspectError', undefined],
	['RegistryUnavailable', 'registry'],
	['InvalidImageName', 'bad-name'],
	['ErrImageNeverPull', 'never-pulled'],
	['SignatureValidationFailed', 'signature'],
]);

const REASONS: ReadonlySet<string> = new Set(OF_REASON.keys());

function failedPullOf({failure, image, waiting}: Group, cluster: Cluster): FailedPull {
	const pods = [...new Set(waiting.map(({pod}) => pod))];
	return {
		failure,
		image,
		message: waiting[0]?.message ?? '',
		pods,
		nodes: [...new Set(pods.map(({node}) => node).filter(node => node !== ''))].toSorted(),
		// Pods of one cause say nearly the same.
		evidence: waiting
			.slice(0, 2)
			.map(({pod, container, message}) =>
				seenOn(pod, message === '' ? `${container.reason}: ${container.message}` : quoted(message)),
			),
		since: Math.min(...waiting.map(({pod, container}) => failingSince(pod, container, cluster))),
	};
}

interface Reading {
	readonly message: string;
	readonly failure: PullFailure;
}

/** What the words of the failed pull tell; the kubelet may have replaced them by its back-off. */
function readingOf(pod: PodRow, container: ContainerRow, cluster: Cluster, known: Map<string, Reading>): Reading {
	const own = read(container.message, known);
	return own.message === '' ? read(cluster.firstReasonOf(pod, container), known) : own;
}

function read(text: string, known: Map<string, Reading>): Reading {
	const before = known.get(text);
	if (before !== undefined) return before;
	const message = coreOfPull(text);
	const reading = {message, failure: pullFailureOf(message)};
	known.set(text, reading);
	return reading;
}
