import type {V2HorizontalPodAutoscaler} from '@kubernetes/client-node';
import type {Intern} from '../../../lib/intern.ts';
import type {Wire} from '../../../model/wire.ts';
import type {AutoscalerRow} from '../../../model/workload.ts';
import {conditionsOf} from '../../conditions.ts';
import {fieldsOf, numberOf, textOf, timeAt} from '../../json.ts';
import {metadataOf} from '../../metadata.ts';
import {targetsOf} from './targets.ts';

export function projectAutoscaler(object: Wire<V2HorizontalPodAutoscaler>, intern: Intern): AutoscalerRow {
	const {metadata, spec, status} = fieldsOf(object);
	return {
		kind: 'hpa',
		...metadataOf(metadata, intern),
		target: {kind: textOf(spec?.scaleTargetRef?.kind), name: textOf(spec?.scaleTargetRef?.name)},
		// The API's default.
		replicasMin: numberOf(spec?.minReplicas) ?? 1,
		replicasMax: numberOf(spec?.maxReplicas) ?? 0,
		current: numberOf(status?.currentReplicas) ?? 0,
		wanted: numberOf(status?.desiredReplicas) ?? 0,
		targets: targetsOf(spec?.metrics, status?.currentMetrics),
		lastScaleAt: timeAt(status?.lastScaleTime),
		conditions: conditionsOf(status?.conditions, intern),
	};
}
