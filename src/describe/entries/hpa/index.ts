import type {V2HorizontalPodAutoscaler} from '@kubernetes/client-node';
import {formatAge} from '../../../lib/age.ts';
import {kindOf} from '../../../kinds/lookup.ts';
import {fieldsOf, listOf, numberOf, textOf} from '../../../kinds/json.ts';
import type {Wire} from '../../../model/wire.ts';
import type {AutoscalerRow} from '../../../model/workload.ts';
import {defineDescription, type Entry, type Section} from '../../contract.ts';
import type {Known} from '../../known.ts';
import {conditionSection} from '../../parts/conditions.ts';
import {eventSection} from '../../parts/events.ts';
import {ago, entry, listed, word} from '../../words.ts';

export default defineDescription<AutoscalerRow, Wire<V2HorizontalPodAutoscaler>>({
	id: 'hpa',
	*sections({object, row, known}) {
		const {spec, status} = fieldsOf(object);
		yield {title: 'STATUS', entries: statusEntries(row, known)};
		yield {title: 'MEASURES', entries: row.targets.map(target => entry('', target))};
		yield conditionSection(status?.conditions, known);
		yield eventSection(row, [], known);
		yield behaviorSection(spec?.behavior);
	},
});

function statusEntries(row: AutoscalerRow, known: Known): readonly Entry[] {
	const {target, replicasMin, replicasMax, current, wanted, lastScaleAt, createdAt, namespace} = row;
	const isAtMax = current >= replicasMax && replicasMax > 0;
	const kind = kindOf(target.kind)?.id;
	const words = listed([
		`${current} of ${replicasMin} to ${replicasMax} pods`,
		isAtMax ? word('at its maximum', 'struggling') : '',
		wanted === current ? '' : `wants ${wanted}`,
		word(ago(createdAt, known), 'muted'),
	]);
	return [
		entry('', words),
		{
			...entry('scales', `${target.kind} ${target.name}`),
			object: kind === undefined ? undefined : {kind, namespace, name: target.name, uid: ''},
		},
		entry('last change', ago(lastScaleAt, known) || word('never', 'muted')),
	];
}

/** How fast it may grow and shrink. */
function behaviorSection(behavior: NonNullable<Wire<V2HorizontalPodAutoscaler>['spec']>['behavior']): Section {
	const rules = [
		['grows', behavior?.scaleUp],
		['shrinks', behavior?.scaleDown],
	] as const;
	return {
		title: 'PACE',
		entries: rules.flatMap(([label, rule]) => {
			if (!rule) return [];
			const policies = listOf(rule.policies).map(({type, value, periodSeconds}) => {
				const amount =
					textOf(type) === 'Percent' ? `${numberOf(value) ?? '?'} %` : `${numberOf(value) ?? '?'} pods`;
				return `${amount} in ${formatAge((numberOf(periodSeconds) ?? 0) * 1000)}`;
			});
			const waitSeconds = numberOf(rule.stabilizationWindowSeconds) ?? 0;
			const isOff = textOf(rule.selectPolicy) === 'Disabled';
			const words = listed([
				isOff ? 'never' : policies.join(' or '),
				waitSeconds === 0 ? '' : `looks back ${formatAge(waitSeconds * 1000)}`,
			]);
			return words.length === 0 ? [] : [entry(label, words)];
		}),
	};
}
