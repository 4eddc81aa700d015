import type {V1Job} from '@kubernetes/client-node';
import {formatAge} from '../../../lib/age.ts';
import {fieldsOf, numberOf} from '../../../kinds/json.ts';
import type {Wire} from '../../../model/wire.ts';
import type {JobRow} from '../../../model/workload.ts';
import {defineDescription, type Entry} from '../../contract.ts';
import type {Known} from '../../known.ts';
import {conditionSection} from '../../parts/conditions.ts';
import {lifeSection} from '../../parts/events.ts';
import {podSection} from '../../parts/pods.ts';
import {templateSections} from '../../template.ts';
import {ago, entry, listed, word} from '../../words.ts';

export default defineDescription<JobRow, Wire<V1Job>>({
	id: 'job',
	*sections({object, row, known}) {
		const {spec, status} = fieldsOf(object);
		const pods = known.join.podsOwnedBy(row.uid);
		yield {title: 'STATUS', entries: statusEntries(row, numberOf(spec?.activeDeadlineSeconds), known)};
		yield podSection(pods, known);
		yield conditionSection(status?.conditions, known);
		yield lifeSection(row, pods, known);
		yield* templateSections(spec?.template, row.template, row.namespace, known);
	},
});

function statusEntries(row: JobRow, deadlineSeconds: number | undefined, known: Known): readonly Entry[] {
	const {status, succeeded, completions, failed, backoffLimit, active, parallelism, startedAt, finishedAt} = row;
	const ran = startedAt === undefined ? undefined : (finishedAt ?? known.now) - startedAt;
	return [
		entry(
			'',
			listed([
				word(status, failed > backoffLimit || status === 'Failed' ? 'struggling' : undefined),
				`${succeeded} of ${completions ?? 1} done`,
				active === 0 ? '' : `${active} running${parallelism > 1 ? `, ${parallelism} at once` : ''}`,
				ran === undefined ? '' : `${finishedAt === undefined ? 'for' : 'in'} ${formatAge(ran)}`,
				word(ago(row.createdAt, known), 'muted'),
			]),
		),
		entry('failures', [
			word(`${failed}`, failed > 0 ? 'struggling' : undefined),
			word(`, it gives up after ${backoffLimit}`, 'muted'),
			word(deadlineSeconds === undefined ? '' : ` or ${formatAge(deadlineSeconds * 1000)}`, 'muted'),
		]),
	];
}
