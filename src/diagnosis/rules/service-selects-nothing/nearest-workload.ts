import {nearest} from '../../../lib/nearest.ts';
import type {ServiceObjectRow} from '../../../model/network.ts';
import type {Labels} from '../../../model/row.ts';
import type {WorkloadRow} from '../../../model/workload.ts';
import type {Cluster} from '../../cluster.ts';
import {objectName} from '../../object-name.ts';

/** The workload whose pods a Service was probably meant to select. */
export interface NearWorkload {
	readonly workload: WorkloadRow;
	/** `it wants app=apii, the pods of Deployment api have app=api`. */
	readonly difference: string;
}

/** The one that shares most labels with the selector, has values that look like those, or is called as the Service is. */
export function nearestWorkload(
	service: ServiceObjectRow,
	selector: Labels,
	cluster: Cluster,
): NearWorkload | undefined {
	let best: {readonly workload: WorkloadRow; readonly score: number} | undefined;
	for (const kind of ['deployment', 'statefulset', 'daemonset'] as const) {
		for (const workload of cluster.inNamespace(kind, service.namespace)) {
			const score = scoreOf(service, selector, workload);
			if (score > (best?.score ?? 0)) best = {workload, score};
		}
	}
	return best && {workload: best.workload, difference: differenceOf(selector, best.workload)};
}

function scoreOf({name}: ServiceObjectRow, selector: Labels, {name: workload, templateLabels}: WorkloadRow): number {
	let score = name === workload ? 3 : nearest(name, [workload]) === undefined ? 0 : 1;
	for (const [key, value] of Object.entries(selector)) {
		const own = labelOf(templateLabels, key);
		// What everything of a shop carries tells them least apart, but it is more than nothing.
		if (own === value) score += 2;
		else if (own !== undefined && nearest(value, [own]) !== undefined) score += 2;
		else if (Object.values(templateLabels).includes(value)) score += 2;
	}
	return score;
}

/** One label is enough to say; the workload carries the rest. */
function differenceOf(selector: Labels, workload: WorkloadRow): string {
	const {templateLabels} = workload;
	const whose = `the pods of ${objectName(workload)}`;
	const wrong = Object.entries(selector).filter(([key, value]) => labelOf(templateLabels, key) !== value);
	const [key = '', value = ''] =
		wrong.find(([name]) => labelOf(templateLabels, name) !== undefined) ?? wrong[0] ?? [];
	const own = labelOf(templateLabels, key);
	if (own !== undefined) return `it wants ${key}=${value}, ${whose} have ${key}=${own}`;
	return `it wants ${key}=${value}, ${whose} have no label ${key}`;
}

function labelOf(labels: Labels, key: string): string | undefined {
	return Object.hasOwn(labels, key) ? labels[key] : undefined;
}
