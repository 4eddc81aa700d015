import type {Column} from '../../../kinds/contract.ts';
import {ageColumn, countColumn, nameColumn, namespaceColumn, NOTHING} from '../../../kinds/columns.ts';
import {usageColumns} from '../../../kinds/usage-columns.ts';
import {formatAge} from '../../../lib/age.ts';
import {isRunning} from '../../../services/revisions.ts';
import {isRolling} from '../../../services/rollout.ts';
import type {ServiceRow} from '../../../services/service-row.ts';
import {connectionColumn} from './connection-column.ts';
import {trafficColumns} from './traffic-columns.ts';

/** The home screen's rows: what a service is doing first, what it uses last. */
export const serviceColumns: readonly Column<ServiceRow>[] = [
	namespaceColumn,
	{...nameColumn, title: 'SERVICE', width: {min: 10, max: 40}},
	{
		id: 'status',
		title: 'STATE',
		width: {min: 18, max: 60},
		priority: 3,
		readWhole: true,
		shorten: text => text.replace(/ · \w+ left$/, ''),
		value: ({state, mark, workload, rollout}, {now}) => {
			const left = mark === 'progressing' && isRolling(rollout) ? (rollout.deadlineAt ?? 0) - now : 0;
			if (state !== '') return left > 0 ? `${state} · ${formatAge(left)} left` : state;
			return mark === 'healthy' && workload.wanted > 0 ? '✔' : NOTHING;
		},
		tone: ({mark}) => (mark === 'doomed' || mark === 'struggling' ? mark : undefined),
	},
	{
		id: 'ready',
		title: 'READY',
		align: 'right',
		width: {min: 5, max: 9},
		priority: 2,
		value: ({workload}) => `${workload.ready}/${workload.wanted}`,
		tone: ({workload}) => (workload.ready < workload.wanted ? 'struggling' : undefined),
		sort: ({workload}) => (workload.wanted === 0 ? 1 : workload.ready / workload.wanted),
	},
	{
		id: 'restarts',
		title: 'RST 10m',
		align: 'right',
		width: {min: 7, max: 7},
		priority: 3,
		value(service, facts) {
			const {count, atLeast} = facts.restartsOf(service);
			return atLeast ? `≥${count}` : String(count);
		},
		tone: (service, facts) => (facts.restartsOf(service).count === 0 ? 'muted' : 'struggling'),
		sort: (service, facts) => facts.restartsOf(service).count,
	},
	...trafficColumns,
	connectionColumn,
	...usageColumns<ServiceRow>({cpu: limit('cpu'), memory: limit('memory'), title: '%L'}),
	{
		id: 'revision',
		title: 'REV',
		align: 'right',
		width: {min: 3, max: 8},
		priority: 8,
		value: ({current}) => (current === undefined || current.number === 0 ? NOTHING : String(current.number)),
		sort: ({current}) => current?.number ?? 0,
	},
	{
		id: 'endpoints',
		title: 'ENDPOINTS',
		align: 'right',
		width: {min: 9, max: 9},
		priority: 9,
		wide: true,
		value: ({services, endpoints}) => (services.length === 0 ? NOTHING : `${endpoints.ready}/${endpoints.total}`),
		sort: ({endpoints}) => endpoints.ready,
	},
	{
		id: 'autoscaler',
		title: 'HPA',
		align: 'right',
		width: {min: 5, max: 9},
		priority: 10,
		wide: true,
		value: ({autoscaler}) =>
			autoscaler === undefined ? NOTHING : `${autoscaler.replicasMin}-${autoscaler.replicasMax}`,
	},
	countColumn({id: 'pods', title: 'PODS', priority: 11, wide: true, of: ({pods}) => pods.length}),
	{...ageColumn, priority: 7},
];

/** What its running pods may use together; undefined when one of them has no limit. */
function limit(resource: 'cpu' | 'memory'): (service: ServiceRow) => number | undefined {
	return ({pods}) => {
		let sum = 0;
		for (const pod of pods) {
			if (!isRunning(pod)) continue;
			const own = pod.limits[resource];
			if (own === undefined) return undefined;
			sum += own;
		}
		return sum === 0 ? undefined : sum;
	};
}
