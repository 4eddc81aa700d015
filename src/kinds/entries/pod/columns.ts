import {exitName} from '../../../model/exit-code.ts';
import type {Exit, PodRow} from '../../../model/pod.ts';
import {retryAt} from '../../../model/back-off.ts';
import {formatAge} from '../../../lib/age.ts';
import {ageColumn, ago, countColumn, nameColumn, namespaceColumn, NOTHING, orNothing} from '../../columns.ts';
import type {Column, Facts, Tone} from '../../contract.ts';
import {usageColumns} from '../../usage-columns.ts';
import {markOf} from './mark.ts';

export const podColumns: readonly Column<PodRow>[] = [
	namespaceColumn,
	// With 20 the first seven priorities fit into 80 cells beside a namespace, and the first four into 60.
	{...nameColumn, width: {min: 20, max: 80}},
	{
		id: 'ready',
		title: 'READY',
		align: 'right',
		width: {min: 5, max: 7},
		priority: 2,
		value: pod => `${pod.readyContainers}/${pod.totalContainers}`,
		tone: pod => (pod.readyContainers < pod.totalContainers && pod.phase === 'Running' ? 'struggling' : undefined),
		sort: pod => (pod.totalContainers === 0 ? 0 : pod.readyContainers / pod.totalContainers),
	},
	{
		id: 'status',
		title: 'STATUS',
		// `CrashLoop 4m59s`.
		width: {min: 15, max: 28},
		priority: 2,
		shorten: text => text.replace('BackOff', '').replace('Container', ''),
		value: statusText,
		tone: statusTone,
		sort: pod => pod.status,
	},
	{
		id: 'restarts',
		title: 'RST 10m',
		align: 'right',
		width: {min: 7, max: 7},
		priority: 3,
		value(pod, facts) {
			const {count, atLeast} = facts.restartsOf(pod);
			return atLeast ? `≥${count}` : String(count);
		},
		tone: (pod, facts) => (facts.restartsOf(pod).count === 0 ? 'muted' : 'struggling'),
		sort: (pod, facts) => facts.restartsOf(pod).count,
	},
	countColumn({id: 'allRestarts', title: 'ALL', priority: 8, of: pod => pod.restarts}),
	{
		id: 'lastExit',
		title: 'LAST EXIT',
		// `OOMKilled 4m59s`.
		width: {min: 15, max: 24},
		priority: 7,
		shorten: text => text.replace(/ ago$/, ''),
		value(pod, facts) {
			const exit = newestExit(pod);
			if (exit === undefined) return NOTHING;
			return exit.finishedAt === 0 ? exitName(exit) : `${exitName(exit)} ${ago(exit.finishedAt, facts)} ago`;
		},
		sort: pod => newestExit(pod)?.finishedAt ?? 0,
	},
	...usageColumns<PodRow>({cpu: pod => pod.limits.cpu, memory: pod => pod.limits.memory, title: '%L'}),
	{id: 'ip', title: 'IP', width: {min: 7, max: 39}, priority: 10, wide: true, value: pod => orNothing(pod.ip)},
	{id: 'node', title: 'NODE', width: {min: 11, max: 40}, priority: 9, value: pod => orNothing(pod.node)},
	ageColumn,
];

/** As kubectl prints it, and when the kubelet tries again: `CrashLoopBackOff 42s`. */
function statusText(pod: PodRow, {now}: Facts): string {
	const retries = pod.containers.map(retryAt).filter(at => at !== undefined && at > now);
	const next = Math.min(...retries.map(at => at ?? Infinity));
	return Number.isFinite(next) ? `${pod.status} ${formatAge(next - now)}` : orNothing(pod.status);
}

function statusTone(pod: PodRow, facts: Facts): Tone | undefined {
	const mark = markOf(pod, facts);
	if (mark === 'unknown') return 'muted';
	return mark === 'healthy' ? undefined : mark;
}

/** The newest end of a run. An init container that did its work is none: its end is part of every start. */
function newestExit(pod: PodRow): Exit | undefined {
	let newest: Exit | undefined;
	for (const {role, exit, lastExit} of pod.containers) {
		for (const candidate of [exit, lastExit]) {
			if (candidate === undefined || (role === 'init' && candidate.code === 0)) continue;
			if (newest === undefined || candidate.finishedAt > newest.finishedAt) newest = candidate;
		}
	}
	return newest;
}
