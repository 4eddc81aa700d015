import type {Intern} from '../lib/intern.ts';
import type {Condition} from '../model/row.ts';
import {listOf, textOf, timeAt} from './json.ts';

/** A condition as the API sends it, whatever its kind. */
interface WireCondition {
	readonly type?: string | undefined;
	readonly status?: string | undefined;
	readonly reason?: string | undefined;
	readonly message?: string | undefined;
	readonly lastTransitionTime?: string | undefined;
}

/** The conditions in their order. */
export function conditionsOf(conditions: readonly WireCondition[] | undefined, intern: Intern): readonly Condition[] {
	return listOf(conditions).map(condition => ({
		type: intern.text(textOf(condition.type)),
		status: intern.text(textOf(condition.status)),
		reason: intern.text(textOf(condition.reason)),
		message: intern.text(textOf(condition.message)),
		since: timeAt(condition.lastTransitionTime) ?? 0,
	}));
}

/** The condition of a type, if the object has it. */
export function conditionNamed(conditions: readonly Condition[], type: string): Condition | undefined {
	return conditions.find(condition => condition.type === type);
}

/** Whether a condition of this type is there and `True`. */
export function isTrue(conditions: readonly Condition[], type: string): boolean {
	return conditionNamed(conditions, type)?.status === 'True';
}
