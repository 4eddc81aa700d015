import type {PodsSubject} from './subject.ts';

/** The first step when the revision that is being rolled out is at fault; none when there is no rollout, or nothing to go back to. */
export function rollBackFirst({isRolling, rollBack}: PodsSubject): readonly string[] {
	return isRolling && rollBack !== undefined ? [rollBack] : [];
}
