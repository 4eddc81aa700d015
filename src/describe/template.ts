import type {V1PodSpec, V1PodTemplateSpec} from '@kubernetes/client-node';
import {listOf, textOf} from '../kinds/json.ts';
import type {PodSpec} from '../model/pod-spec.ts';
import type {Wire} from '../model/wire.ts';
import type {Section} from './contract.ts';
import type {Known} from './known.ts';
import {containerSpecEntries} from './parts/container-spec.ts';
import {placementSection} from './parts/placement.ts';
import {probeEntries} from './parts/probes.ts';
import {resourceEntries} from './parts/resources.ts';
import {volumeSection} from './parts/volumes.ts';

/** What pods are made from: each container with its image and settings, volumes, where they may run. */
export function* templateSections(
	template: Wire<V1PodTemplateSpec> | undefined,
	spec: PodSpec,
	namespace: string,
	known: Known,
): Iterable<Section> {
	yield* containerSections(template?.spec, spec, namespace, known, true);
	yield volumeSection(template?.spec, namespace, known);
	yield placementSection(spec);
}

/** `withNeeds`: with probes and resources, which a pod's own description tells beside its state. */
export function* containerSections(
	wired: Wire<V1PodSpec> | undefined,
	spec: PodSpec,
	namespace: string,
	known: Known,
	withNeeds: boolean,
): Iterable<Section> {
	for (const container of [...listOf(wired?.containers), ...listOf(wired?.initContainers)]) {
		const name = textOf(container.name);
		const own = spec.containers.find(candidate => candidate.name === name);
		yield {
			title: `IMAGE ${name}`,
			entries: [
				...containerSpecEntries(container, own, namespace, known),
				...(withNeeds && own !== undefined
					? [...probeEntries(own), ...resourceEntries(own, null, known.usage)]
					: []),
			],
		};
	}
}
