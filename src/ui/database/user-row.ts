import type {Row} from '../../model/row.ts';
import type {DatabaseState, PodPool, UserState} from '../../services/database/state.ts';

/** A service that holds connections to a server, as a row: uid and name are those of the service. */
export interface DatabaseUserRow extends Row {
	readonly kind: 'database-user';
	readonly state: UserState;
}

/** The pool of one pod as a row; its name is that of the pod. */
export interface PodPoolRow extends Row {
	readonly kind: 'pod-pool';
	readonly state: PodPool;
}

/** Who waits first, then who holds the most, then who may. */
export function userRows({users}: DatabaseState): readonly DatabaseUserRow[] {
	return users.toSorted(byNeed).map(state => {
		const {uid, name, namespace} = state.user.service;
		return {...BARE, kind: 'database-user', uid, name, namespace, state};
	});
}

/** In their order: those that wait the most first. A pod may have several pools. */
export function podRows({pods, user}: UserState): readonly PodPoolRow[] {
	const seen = new Map<string, number>();
	return pods.map(state => {
		const key = `${state.uid}/${state.pool.name}`;
		const before = seen.get(key) ?? 0;
		seen.set(key, before + 1);
		const {namespace} = user.service;
		const uid = before === 0 ? key : `${key} ${before}`;
		return {...BARE, kind: 'pod-pool', uid, name: state.pod, namespace, state};
	});
}

const BARE = {createdAt: 0, deletedAt: undefined, labels: {}, owner: undefined};

function byNeed(a: UserState, b: UserState): number {
	return (b.waiting ?? 0) - (a.waiting ?? 0) || (b.inUse ?? 0) - (a.inUse ?? 0) || wantedBy(b) - wantedBy(a);
}

function wantedBy({user: {share}}: UserState): number {
	return share === undefined ? 0 : share.pods * share.workers.value * (share.size.value + share.overflow.value);
}
