import type {V1PodTemplateSpec} from '@kubernetes/client-node';
import type {Intern} from '../lib/intern.ts';
import type {Labels} from '../model/row.ts';
import type {Wire} from '../model/wire.ts';
import {listOf, mapOf, textOf} from './json.ts';

/** What a workload's pod template says: the labels of its pods, and the images of its app containers in order. */
export function templateOf(
	template: Wire<V1PodTemplateSpec> | undefined,
	intern: Intern,
): {readonly templateLabels: Labels; readonly images: readonly string[]} {
	return {
		templateLabels: intern.value(mapOf(template?.metadata?.labels)),
		images: intern.value(listOf(template?.spec?.containers).map(container => textOf(container.image))),
	};
}
