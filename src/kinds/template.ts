import type {V1PodTemplateSpec} from '@kubernetes/client-node';
import type {Intern} from '../lib/intern.ts';
import type {PodSpec} from '../model/pod-spec.ts';
import type {Labels} from '../model/row.ts';
import type {Wire} from '../model/wire.ts';
import {listOf, mapOf, textOf} from './json.ts';
import {podSpecOf} from './pod-spec.ts';

/** What a workload's pod template says: the labels of its pods, the images of its app containers in order, and the rest. */
export function templateOf(
	template: Wire<V1PodTemplateSpec> | undefined,
	intern: Intern,
): {readonly templateLabels: Labels; readonly images: readonly string[]; readonly template: PodSpec} {
	return {
		templateLabels: intern.value(mapOf(template?.metadata?.labels)),
		template: podSpecOf(template?.spec, intern),
		images: intern.value(listOf(template?.spec?.containers).map(container => textOf(container.image))),
	};
}
