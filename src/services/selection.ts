import type {ServiceObjectRow} from '../model/network.ts';
import type {Labels} from '../model/row.ts';
import {selects} from '../model/selector.ts';
import type {WorkloadRow} from '../model/workload.ts';
import {createGroups} from './groups.ts';

/** Which Services select the pods of which workloads, by the labels of their template. */
export interface Selection {
	fileService(service: ServiceObjectRow, isThere: boolean): void;
	fileWorkload(workload: WorkloadRow, isThere: boolean): void;
	servicesOf(workload: WorkloadRow): readonly ServiceObjectRow[];
	workloadsOf(service: ServiceObjectRow): readonly WorkloadRow[];
}

/**
 * Both sides are filed under `namespace/key=value`: a workload under each of its labels, a Service under the first of its selector.
 * Whatever a Service selects is then filed under that one pair, and nobody looks at all workloads of a namespace.
 */
export function createSelection(): Selection {
	const services = createGroups<ServiceObjectRow>();
	const workloads = createGroups<WorkloadRow>();
	return {
		fileService(service, isThere) {
			for (const pair of firstPair(service)) services.set(pair, service.uid, isThere ? service : undefined);
		},
		fileWorkload(workload, isThere) {
			for (const pair of pairsOf(workload)) workloads.set(pair, workload.uid, isThere ? workload : undefined);
		},
		servicesOf: workload =>
			pairsOf(workload).flatMap(pair =>
				[...services.of(pair)].filter(service => isSelected(service, workload.templateLabels)),
			),
		workloadsOf: service =>
			firstPair(service).flatMap(pair =>
				[...workloads.of(pair)].filter(({templateLabels}) => isSelected(service, templateLabels)),
			),
	};
}

function isSelected({selector}: ServiceObjectRow, labels: Labels): boolean {
	return selector !== undefined && selects({matchLabels: selector, matchExpressions: []}, labels);
}

/** None for a Service without a selector, or with an empty one: its endpoints are made by hand. */
function firstPair({namespace, selector}: ServiceObjectRow): readonly string[] {
	const [first] = Object.entries(selector ?? {});
	return first === undefined ? [] : [`${namespace}/${first[0]}=${first[1]}`];
}

function pairsOf({namespace, templateLabels}: WorkloadRow): readonly string[] {
	return Object.entries(templateLabels).map(([key, value]) => `${namespace}/${key}=${value}`);
}
