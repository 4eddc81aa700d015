import type {PodRow} from '../../src/model/pod.ts';
import {
	condition,
	controllerrevision,
	daemonset,
	deployment,
	MORNING,
	NOON,
	ownerOf,
	pod,
	replicaset,
	starting,
	statefulset,
} from '../support/rows.ts';

/** Pods `api-<hash>-<letter>` of a ReplicaSet `api-<hash>`. */
export function podOf(hash: string, letter: string, fields: Partial<PodRow> = {}): PodRow {
	const owner = ownerOf(replicaset({name: `api-${hash}`}));
	return pod({name: `api-${hash}-${letter}`, owner, revisionHash: hash, ...fields});
}

export const rolling = [condition('Progressing', 'True', {reason: 'ReplicaSetUpdated'})];
export const starts = {containers: [starting()], phase: 'Pending', createdAt: NOON};
export const ends = {deletedAt: NOON};

export const [oldA, oldB, oldC] = [podOf('rs1', 'a'), podOf('rs1', 'b'), podOf('rs1', 'c')];
export const rs1 = replicaset();
export const rs2 = replicaset({name: 'api-rs2', revision: 2, hash: 'rs2', createdAt: NOON});
export const settled = [deployment(), rs1, oldA, oldB, oldC];

/** StatefulSet pods carry the name of their revision. */
export function member(ordinal: number, hash: string, fields: Partial<PodRow> = {}): PodRow {
	return pod({name: `api-${ordinal}`, owner: ownerOf(statefulset()), revisionHash: hash, ...fields});
}

export const revisions = [controllerrevision(), controllerrevision({name: 'api-2', revision: 2, createdAt: NOON})];
export const members = [member(0, 'api-1'), member(1, 'api-1'), member(2, 'api-2')];
export const agent = (node: number, hash: string, fields: Partial<PodRow> = {}): PodRow =>
	pod({name: `api-node${node}`, owner: ownerOf(daemonset()), revisionHash: hash, ...fields});
export const agents = [agent(0, '1'), agent(1, '2'), agent(2, '2')];
export const agentRevisions = [1, 2].map(number =>
	controllerrevision({
		name: `api-${number}`,
		uid: `agent-revision-${number}`,
		hash: String(number),
		revision: number,
		createdAt: number === 1 ? MORNING : NOON,
		owner: ownerOf(daemonset()),
	}),
);
