import type {V1CronJob} from '@kubernetes/client-node';
import type {Intern} from '../../../lib/intern.ts';
import type {Wire} from '../../../model/wire.ts';
import type {CronJobRow} from '../../../model/workload.ts';
import {fieldsOf, listOf, textOf, timeAt} from '../../json.ts';
import {metadataOf} from '../../metadata.ts';

export function projectCronJob(object: Wire<V1CronJob>, intern: Intern): CronJobRow {
	const {metadata, spec, status} = fieldsOf(object);
	return {
		kind: 'cronjob',
		...metadataOf(metadata, intern),
		schedule: textOf(spec?.schedule),
		timezone: textOf(spec?.timeZone),
		suspended: spec?.suspend === true,
		active: listOf(status?.active).length,
		lastScheduledAt: timeAt(status?.lastScheduleTime),
		lastSucceededAt: timeAt(status?.lastSuccessfulTime),
	};
}
