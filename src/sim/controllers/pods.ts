import {copyOf} from '../json.ts';
import type {KubeObject, OwnerReference} from '../objects.ts';
import type {Pod, PodTemplate} from '../pod-object.ts';
import {resourceNamed} from '../resources.ts';
import type {World} from '../world.ts';
import {CONTROLLER_MANAGER} from './contract.ts';

/** The pods that count for a workload: neither ending nor ended. */
export function activePods({store}: World, owner: KubeObject): Pod[] {
	return store.ownedBy(owner.metadata.uid, 'pods').filter(isActive);
}

/** The pods that were asked to end and are still there. */
export function endingPods({store}: World, owner: KubeObject): Pod[] {
	return store.ownedBy(owner.metadata.uid, 'pods').filter(pod => pod.metadata.deletionTimestamp !== undefined);
}

export function isReady(pod: Pod): boolean {
	return pod.status.conditions?.some(({type, status}) => type === 'Ready' && status === 'True') ?? false;
}

/** How long until a pod has been ready for `minReadySeconds`; 0 when it has, Infinity when it is not ready. */
export function untilAvailableMs(pod: Pod, minReadySeconds: number, now: number): number {
	const ready = pod.status.conditions?.find(({type, status}) => type === 'Ready' && status === 'True');
	if (ready === undefined) return Infinity;
	return Math.max(0, Date.parse(ready.lastTransitionTime ?? '') + minReadySeconds * 1000 - now);
}

/** A pod made from a template, with the owner's name in front unless it gets one of its own. */
export function createPod(
	world: World,
	owner: KubeObject,
	template: PodTemplate,
	own: Partial<Pod['metadata']> = {},
): Pod {
	const {labels, annotations} = copyOf(template.metadata ?? {});
	const {labels: ownLabels, ...ownMetadata} = own;
	const named =
		ownMetadata.name === undefined ? {name: '', generateName: `${owner.metadata.name}-`} : {name: ownMetadata.name};
	const pod: KubeObject = {
		metadata: {
			...ownMetadata,
			...named,
			namespace: owner.metadata.namespace ?? '',
			labels: {...labels, ...ownLabels},
			...(annotations === undefined ? {} : {annotations}),
			ownerReferences: [ownerReference(owner)],
		},
		spec: copyOf(template.spec),
	};
	return world.registry.create(resourceNamed('pods'), pod, {manager: CONTROLLER_MANAGER}) as Pod;
}

export function deletePod(world: World, pod: Pod): void {
	world.registry.remove(resourceNamed('pods'), pod.metadata.namespace ?? '', pod.metadata.name);
}

export function ownerReference(owner: KubeObject): OwnerReference {
	return {
		apiVersion: owner.apiVersion ?? '',
		kind: owner.kind ?? '',
		name: owner.metadata.name,
		uid: owner.metadata.uid ?? '',
		controller: true,
		blockOwnerDeletion: true,
	};
}

/** Which pods go first when there are too many: not on a node, not running, not ready, the youngest. */
export function byDispensability(a: Pod, b: Pod): number {
	return (
		rank(a) - rank(b) ||
		(b.metadata.creationTimestamp ?? '').localeCompare(a.metadata.creationTimestamp ?? '') ||
		a.metadata.name.localeCompare(b.metadata.name)
	);
}

function isActive({metadata, status}: Pod): boolean {
	return metadata.deletionTimestamp === undefined && status.phase !== 'Succeeded' && status.phase !== 'Failed';
}

function rank(pod: Pod): number {
	if (pod.spec.nodeName === undefined) return 0;
	if (pod.status.phase !== 'Running') return 1;
	return isReady(pod) ? 3 : 2;
}
