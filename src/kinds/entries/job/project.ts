import type {V1Job} from '@kubernetes/client-node';
import type {Intern} from '../../../lib/intern.ts';
import type {Condition} from '../../../model/row.ts';
import type {Wire} from '../../../model/wire.ts';
import type {JobRow} from '../../../model/workload.ts';
import {conditionNamed, conditionsOf, isTrue} from '../../conditions.ts';
import {fieldsOf, numberOf, timeAt} from '../../json.ts';
import {metadataOf, selectorOf} from '../../metadata.ts';
import {podSpecOf} from '../../pod-spec.ts';

export function projectJob(object: Wire<V1Job>, intern: Intern): JobRow {
	const {metadata, spec, status} = fieldsOf(object);
	const meta = metadataOf(metadata, intern);
	const conditions = conditionsOf(status?.conditions, intern);
	return {
		kind: 'job',
		...meta,
		completions: numberOf(spec?.completions),
		// The API's default.
		parallelism: numberOf(spec?.parallelism) ?? 1,
		succeeded: numberOf(status?.succeeded) ?? 0,
		failed: numberOf(status?.failed) ?? 0,
		active: numberOf(status?.active) ?? 0,
		suspended: spec?.suspend === true,
		// The API's default.
		backoffLimit: numberOf(spec?.backoffLimit) ?? 6,
		template: podSpecOf(spec?.template?.spec, intern),
		status: statusOf(conditions, meta.deletedAt !== undefined),
		startedAt: timeAt(status?.startTime),
		finishedAt: timeAt(status?.completionTime) ?? failedAt(conditions),
		selector: selectorOf(spec?.selector, intern),
		conditions,
	};
}

/** STATUS as kubectl prints it: the first of these that holds (kubernetes `pkg/printers/internalversion/printers.go`, printJob). */
function statusOf(conditions: readonly Condition[], isDeleted: boolean): string {
	if (isTrue(conditions, 'Complete')) return 'Complete';
	if (isTrue(conditions, 'Failed')) return 'Failed';
	if (isDeleted) return 'Terminating';
	return ['Suspended', 'FailureTarget', 'SuccessCriteriaMet'].find(type => isTrue(conditions, type)) ?? 'Running';
}

/** A job that failed has no completionTime; its condition says when. */
function failedAt(conditions: readonly Condition[]): number | undefined {
	return isTrue(conditions, 'Failed') ? conditionNamed(conditions, 'Failed')?.since || undefined : undefined;
}
