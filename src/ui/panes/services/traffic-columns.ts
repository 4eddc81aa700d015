import {NOTHING} from '../../../kinds/columns.ts';
import type {Column} from '../../../kinds/contract.ts';
import type {TrafficSummary} from '../../../model/traffic.ts';
import {formatDuration, formatRate, formatShare} from '../../../lib/figures.ts';
import type {ServiceRow} from '../../../services/service-row.ts';
import {durationTone, errorTone} from '../../requests/tones.ts';
import {scaled} from '../../requests/words.ts';

/**
 * How many requests a service answers, how slowly, and how many it fails. Where there is not room for all, how long they take and
 * whether they fail matters more than how many there are, and all of it more than what is used.
 */
export const trafficColumns: readonly Column<ServiceRow>[] = [
	{
		id: 'rate',
		title: 'RPS',
		align: 'right',
		width: {min: 4, max: 6},
		priority: 5,
		value(service, facts) {
			const {rate, isScaled} = facts.trafficOf(service) ?? UNKNOWN;
			if (rate === undefined) return NOTHING;
			return isScaled ? scaled(formatRate(rate)) : formatRate(rate);
		},
		tone: (service, facts) => (facts.trafficOf(service)?.isScaled === true ? 'muted' : undefined),
		sort: (service, facts) => facts.trafficOf(service)?.rate ?? -1,
	},
	{
		id: 'p95',
		title: 'P95',
		align: 'right',
		width: {min: 5, max: 6},
		priority: 4.5,
		value: (service, facts) => formatDuration(facts.trafficOf(service)?.p95Ms),
		tone: (service, facts) => durationTone(facts.trafficOf(service)?.p95Ms),
		sort: (service, facts) => facts.trafficOf(service)?.p95Ms ?? -1,
	},
	{
		id: 'serverErrors',
		title: '5XX',
		align: 'right',
		width: {min: 4, max: 5},
		priority: 4.5,
		value: (service, facts) => formatShare(facts.trafficOf(service)?.serverErrors),
		tone: (service, facts) => errorTone(facts.trafficOf(service)?.serverErrors),
		sort: (service, facts) => facts.trafficOf(service)?.serverErrors ?? -1,
	},
];

const UNKNOWN: Pick<TrafficSummary, 'rate' | 'isScaled'> = {rate: undefined, isScaled: false};
