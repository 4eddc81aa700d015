import type {PodRow} from '../model/pod.ts';
import type {RevisionRow, WorkloadRow} from '../model/workload.ts';
import type {Parts} from './relations.ts';
import type {Revision} from './service-row.ts';

/** The revisions of a workload, newest first, each with its pods counted. */
export function revisionsOf({revisions, pods}: Pick<Parts, 'revisions' | 'pods'>): readonly Revision[] {
	const tally = tallyOf(pods);
	return revisions
		.toSorted((a, b) => b.revision - a.revision || b.createdAt - a.createdAt || (a.name < b.name ? -1 : 1))
		.map(row => ({
			uid: row.uid,
			name: row.name,
			number: row.revision,
			label: row.revision === 0 ? row.hash : `rev ${row.revision}`,
			hash: row.hash,
			images: row.images,
			template: row.template,
			createdAt: row.createdAt,
			changeCause: row.changeCause,
			...(tally.get(keyOf(row)) ?? NOBODY),
		}));
}

/** The one that new pods are made from: a StatefulSet names it, for the others it has the highest number. */
export function currentOf({updateHash}: WorkloadRow, revisions: readonly Revision[]): Revision | undefined {
	return (updateHash === '' ? undefined : revisions.find(({hash}) => hash === updateHash)) ?? revisions[0];
}

/** Whether a pod is to stay: neither ending nor finished (evicted ones remain as a record of it). */
export function isLive({deletedAt, phase}: PodRow): boolean {
	return deletedAt === undefined && phase !== 'Succeeded' && phase !== 'Failed';
}

/** Whether a pod runs, and is to stay. */
export function isRunning({deletedAt, phase}: PodRow): boolean {
	return deletedAt === undefined && phase === 'Running';
}

export function isOfRevision(pod: PodRow, {uid, hash}: Revision): boolean {
	const key = podKey(pod);
	return key === uid || key === hash;
}

const NOBODY = {ready: 0, total: 0};

function tallyOf(pods: readonly PodRow[]): ReadonlyMap<string, typeof NOBODY> {
	const tally = new Map<string, typeof NOBODY>();
	for (const pod of pods) {
		if (!isLive(pod)) continue;
		const {ready, total} = tally.get(podKey(pod)) ?? NOBODY;
		tally.set(podKey(pod), {ready: ready + (pod.ready ? 1 : 0), total: total + 1});
	}
	return tally;
}

/** A pod belongs to the ReplicaSet that owns it, else to the ControllerRevision whose hash it carries. */
function podKey({owner, revisionHash}: PodRow): string {
	return owner?.kind === 'ReplicaSet' ? owner.uid : revisionHash;
}

function keyOf({kind, uid, hash}: RevisionRow): string {
	return kind === 'replicaset' ? uid : hash;
}
