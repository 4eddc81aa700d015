import type {PodRow} from '../model/pod.ts';
import type {Resources} from '../model/row.ts';
import type {UsageTable} from '../model/usage.ts';
import {isRunning} from './revisions.ts';
import type {ServiceRow} from './service-row.ts';

/** What the running pods of a service use of what they asked for. */
export interface ServiceUsage {
	/** Pods that run and are not ending. */
	readonly running: number;
	/** How many of them were measured. */
	readonly measured: number;
	/** In cores. */
	readonly cpu: ResourceUsage;
	/** In bytes. */
	readonly memory: ResourceUsage;
}

export interface ResourceUsage {
	/** Sum over the measured pods; undefined when there are none. */
	readonly used: number | undefined;
	/** Sums over the running pods; undefined when one of them sets none. */
	readonly requested: number | undefined;
	readonly limit: number | undefined;
	/** Part of the measured pods' limits that is used: 1 is all. Undefined when one of them has none. */
	readonly share: number | undefined;
	/** The pod that uses most of its own limit. */
	readonly highest: {readonly pod: string; readonly share: number} | undefined;
}

/** Adds up the usage of a service's pods; those that were not measured are left out of it, never taken for idle. */
export function usageOfService({pods}: Pick<ServiceRow, 'pods'>, table: Pick<UsageTable, 'pods'>): ServiceUsage {
	const running = pods.filter(isRunning);
	const measured = running.flatMap(pod => {
		const usage = table.pods.get(`${pod.namespace}/${pod.name}`);
		return usage === undefined ? [] : [{pod, usage}];
	});
	const of = (resource: keyof Resources): ResourceUsage =>
		resourceUsage(
			running,
			measured.map(({pod, usage}) => ({pod: pod.name, used: usage[resource], limit: pod.limits[resource]})),
			resource,
		);
	return {running: running.length, measured: measured.length, cpu: of('cpu'), memory: of('memory')};
}

interface Measured {
	readonly pod: string;
	readonly used: number;
	readonly limit: number | undefined;
}

function resourceUsage(
	running: readonly PodRow[],
	measured: readonly Measured[],
	resource: keyof Resources,
): ResourceUsage {
	const used = sum(measured.map(pod => pod.used));
	return {
		used,
		requested: sum(running.map(({requests}) => requests[resource])),
		limit: sum(running.map(({limits}) => limits[resource])),
		share: shareOf(used, sum(measured.map(({limit}) => limit))),
		highest: highestOf(measured),
	};
}

function highestOf(measured: readonly Measured[]): ResourceUsage['highest'] {
	let highest: ResourceUsage['highest'];
	for (const {pod, used, limit} of measured) {
		const share = shareOf(used, limit);
		if (share !== undefined && share > (highest?.share ?? -1)) highest = {pod, share};
	}
	return highest;
}

/** Of nothing there is no sum, and none with a part that is not known. */
function sum(parts: readonly (number | undefined)[]): number | undefined {
	let total: number | undefined;
	for (const part of parts) {
		if (part === undefined) return undefined;
		total = (total ?? 0) + part;
	}
	return total;
}

function shareOf(used: number | undefined, limit: number | undefined): number | undefined {
	return used === undefined || limit === undefined || limit <= 0 ? undefined : used / limit;
}
