import {conditionNamed} from '../../kinds/conditions.ts';
import type {PodsSubject} from '../subject.ts';

/** Who was ready later than this after its start lost its readiness in between. */
const START_MAX_MS = 10 * 60_000;

/**
 * How long a pod of this subject takes from the start of its containers until it is ready, from those that are: the fastest, since
 * the others may have waited for something. Undefined when none is ready.
 */
export function usualStartMs({pods, oldPods}: Pick<PodsSubject, 'pods' | 'oldPods'>): number | undefined {
	let fastest = Infinity;
	for (const {ready, conditions, containers} of [...oldPods, ...pods]) {
		if (!ready) continue;
		const startedAt = Math.max(0, ...containers.map(container => container.startedAt));
		const tookMs = (conditionNamed(conditions, 'Ready')?.since ?? 0) - startedAt;
		if (startedAt > 0 && tookMs > 0 && tookMs < START_MAX_MS) fastest = Math.min(fastest, tookMs);
	}
	return fastest === Infinity ? undefined : fastest;
}
