import type {V1CronJob} from '@kubernetes/client-node';
import {createIntern} from '../../../lib/intern.ts';
import {fieldsOf, textOf} from '../../../kinds/json.ts';
import {podSpecOf} from '../../../kinds/pod-spec.ts';
import type {Wire} from '../../../model/wire.ts';
import type {CronJobRow} from '../../../model/workload.ts';
import {defineDescription, type Entry, type Section} from '../../contract.ts';
import type {Known} from '../../known.ts';
import {eventSection} from '../../parts/events.ts';
import {templateSections} from '../../template.ts';
import {ago, atMost, columnCells, entry, listed, word} from '../../words.ts';

export default defineDescription<CronJobRow, Wire<V1CronJob>>({
	id: 'cronjob',
	*sections({object, row, known}) {
		const {spec} = fieldsOf(object);
		const template = spec?.jobTemplate?.spec?.template;
		yield {title: 'STATUS', entries: statusEntries(row, textOf(spec?.concurrencyPolicy), known)};
		yield jobSection(row, known);
		yield eventSection(row, [], known);
		yield* templateSections(template, podSpecOf(template?.spec, createIntern()), row.namespace, known);
	},
});

function statusEntries(row: CronJobRow, concurrency: string, known: Known): readonly Entry[] {
	const {schedule, timezone, suspended, active, lastScheduledAt, lastSucceededAt, createdAt} = row;
	const words = listed([
		`${schedule}${timezone === '' ? '' : ` (${timezone})`}`,
		suspended ? word('suspended: it starts nothing', 'struggling') : '',
		active === 0 ? '' : `${active} running`,
		CONCURRENCY[concurrency] ?? '',
		word(ago(createdAt, known), 'muted'),
	]);
	return [
		entry('', words),
		entry('last start', ago(lastScheduledAt, known) || word('never', 'muted')),
		entry('last success', ago(lastSucceededAt, known) || word('never', 'muted')),
	];
}

const CONCURRENCY: Readonly<Record<string, string>> = {
	Forbid: 'waits for the run before',
	Replace: 'ends the run before',
};

const JOBS_MAX = 10;

/** Its jobs that are still there, the newest first. */
function jobSection({uid}: CronJobRow, known: Known): Section {
	const jobs = [...known.rows('job')].filter(({owner}) => owner?.uid === uid);
	const cells = columnCells(jobs.map(({name}) => name));
	return {
		title: 'JOBS',
		entries: atMost(
			jobs.toSorted((a, b) => b.createdAt - a.createdAt),
			JOBS_MAX,
			job => ({
				...entry('', [
					{text: job.name, cells},
					{text: job.status, cells: 12, tone: job.status === 'Failed' ? 'struggling' : undefined},
					word(ago(job.createdAt, known), 'muted'),
				]),
				object: job,
			}),
		),
	};
}
