import type {Cluster} from '../cluster.ts';
import {isDue} from '../due.ts';
import type {PodsSubject} from '../subject.ts';
import type {Unplaced} from './unplaced.ts';

/** Pods are placed within a second. What waits for others to leave, or for a node to come back, may take a little longer. */
const GRACE_MS = 30_000;

/** What can never be placed needs no patience, but the scheduler's word must have arrived whole. */
const HOPELESS_MS = 5000;

/** Autoscalers look every ten seconds, and say then whether they help. */
const AUTOSCALER_MS = 45_000;

/**
 * Whether pods wait long enough for it to be told; else the subject is looked at again when they will.
 * @param isHopeless nothing but a change of nodes or of the template helps
 */
export function waitsTooLong(
	subject: PodsSubject,
	cluster: Cluster,
	{since, nodes, scaleUp}: Unplaced,
	isHopeless: boolean,
): boolean {
	const mayGetNodes = scaleUp === undefined && (nodes ?? []).some(isOfGroup);
	return isDue(subject, cluster, since, mayGetNodes ? AUTOSCALER_MS : isHopeless ? HOPELESS_MS : GRACE_MS);
}

/** Nodes of these groups come and go with the load, also where the autoscaler itself is not seen. */
function isOfGroup({labels}: {readonly labels: Readonly<Record<string, string>>}): boolean {
	return GROUP_LABELS.some(label => Object.hasOwn(labels, label));
}

const GROUP_LABELS = [
	'karpenter.sh/nodepool',
	'cloud.google.com/gke-nodepool',
	'eks.amazonaws.com/nodegroup',
	'alpha.eksctl.io/nodegroup-name',
	'kubernetes.azure.com/agentpool',
	'doks.digitalocean.com/node-pool',
] as const;
