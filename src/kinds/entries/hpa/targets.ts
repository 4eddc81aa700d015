import type {V2MetricSpec, V2MetricStatus, V2MetricTarget, V2MetricValueStatus} from '@kubernetes/client-node';
import type {Wire} from '../../../model/wire.ts';
import {listOf, numberOf, textOf} from '../../json.ts';

/**
 * One text per metric, `now/target` as kubectl prints TARGETS: `cpu: 52%/70%`, `memory: 120Mi/200Mi`, `4500m/10`. What was not measured
 * is `<unknown>`. Source: kubernetes `pkg/printers/internalversion/printers.go` (formatHPAMetrics); the two lists go by position.
 */
export function targetsOf(
	specs: readonly Wire<V2MetricSpec>[] | undefined,
	statuses: readonly Wire<V2MetricStatus>[] | undefined,
): readonly string[] {
	const measured = listOf(statuses);
	return listOf(specs).map((spec, index) => targetText(spec, measured[index] ?? {}));
}

function targetText(spec: Wire<V2MetricSpec>, status: Wire<V2MetricStatus>): string {
	switch (spec.type) {
		case 'Resource':
			return named(spec.resource?.name, resourceText(spec.resource?.target, status.resource?.current));
		case 'ContainerResource':
			return named(
				spec.containerResource?.name,
				resourceText(spec.containerResource?.target, status.containerResource?.current),
			);
		case 'Pods':
			return pair(status.pods?.current?.averageValue, spec.pods?.target?.averageValue);
		case 'Object':
			return valueText(spec.object?.target, status.object?.current);
		case 'External':
			return valueText(spec.external?.target, status.external?.current);
		default:
			return '<unknown type>';
	}
}

/** Without an average the target is a share of what the pods request. */
function resourceText(
	target: Wire<V2MetricTarget> | undefined,
	current: Wire<V2MetricValueStatus> | undefined,
): string {
	if (textOf(target?.averageValue) !== '') return pair(current?.averageValue, target?.averageValue);
	return pair(percentText(current?.averageUtilization), percentText(target?.averageUtilization) || '<auto>');
}

function valueText(target: Wire<V2MetricTarget> | undefined, current: Wire<V2MetricValueStatus> | undefined): string {
	return textOf(target?.averageValue) === ''
		? pair(current?.value, target?.value)
		: `${pair(current?.averageValue, target?.averageValue)} (avg)`;
}

function percentText(utilization: number | undefined): string {
	const percent = numberOf(utilization);
	return percent === undefined ? '' : `${percent}%`;
}

function named(name: string | undefined, text: string): string {
	return `${textOf(name) || '<unknown>'}: ${text}`;
}

function pair(current: string | undefined, target: string | undefined): string {
	return `${textOf(current) || '<unknown>'}/${textOf(target) || '<unknown>'}`;
}
