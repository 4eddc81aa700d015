import type {Cluster} from '../cluster.ts';
import type {PodsSubject} from '../subject.ts';
import {isRoomComing} from './leaving-pods.ts';
import type {Obstacle} from './obstacle.ts';
import {waitsTooLong} from './patience.ts';
import {surgeOf} from './surge.ts';
import {keptBy, type Unplaced} from './unplaced.ts';

/**
 * The pods that an obstacle keeps, when nothing under way will help them: no node that is being added, no pod that is ending. What a
 * rollout does to itself is told as that.
 */
export function stuckBy(subject: PodsSubject, cluster: Cluster, obstacle: Obstacle): Unplaced | undefined {
	const kept = keptBy(subject, cluster, obstacle);
	if (kept === undefined || !waitsTooLong(subject, cluster, kept, false)) return undefined;
	if (surgeOf(subject, kept, cluster) !== undefined || isRoomComing(subject, kept, cluster)) return undefined;
	return kept;
}
