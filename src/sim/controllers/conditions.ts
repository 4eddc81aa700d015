import type {Condition} from '../objects.ts';
import {secondsTime} from '../times.ts';

/** A condition renewed: its transition time stays while its status does. With `isUpdate` it also says when it was written. */
export function setCondition(
	conditions: readonly Condition[],
	next: {readonly type: string; readonly status: string; readonly reason: string; readonly message: string},
	now: number,
	isUpdate = false,
): Condition[] {
	const old = conditions.find(({type}) => type === next.type);
	if (old?.status === next.status && old.reason === next.reason && old.message === next.message)
		return [...conditions];
	const at = secondsTime(now);
	const lastTransitionTime = old?.status === next.status ? (old.lastTransitionTime ?? at) : at;
	const {type, status, reason, message} = next;
	const condition: Condition = {
		type,
		status,
		...(isUpdate ? {lastUpdateTime: at} : {}),
		lastTransitionTime,
		reason,
		message,
	};
	return old === undefined
		? [...conditions, condition]
		: conditions.map(other => (other === old ? condition : other));
}
