import {canonicalText, copyOf, isEqual, without} from '../json.ts';
import type {Pod} from '../pod-object.ts';
import type {ControllerRevision, DaemonSet, StatefulSet} from '../workload-objects.ts';
import {resourceNamed} from '../resources.ts';
import {templateHashOf} from '../seed.ts';
import type {World} from '../world.ts';
import {CONTROLLER_MANAGER} from './contract.ts';
import {ownerReference} from './pods.ts';

/**
 * The ControllerRevision of the present template, made when there is none, with the highest number of all. `hashLabel` is
 * the label that carries its hash, which differs between StatefulSets and DaemonSets.
 */
export function currentRevision(owner: StatefulSet | DaemonSet, hashLabel: string, world: World): ControllerRevision {
	const {name, namespace = '', annotations = {}} = owner.metadata;
	const known = revisionsOf(owner, world);
	const highest = Math.max(0, ...known.map(({revision}) => revision));
	const template = {$patch: 'replace', ...copyOf(owner.spec.template)};
	const same = known.find(({data}) => isEqual(data.spec.template, template));
	if (same !== undefined) {
		if (same.revision === highest) return same;
		world.registry.change(same, {manager: CONTROLLER_MANAGER}, draft => {
			draft.revision = highest + 1;
		});
		return {...same, revision: highest + 1};
	}
	const hash = templateHashOf(canonicalText(template));
	const revision: ControllerRevision = {
		metadata: {
			name: `${name}-${hash}`,
			namespace,
			labels: {...owner.spec.template.metadata?.labels, [hashLabel]: hash},
			annotations: without(annotations, 'kubectl.kubernetes.io/last-applied-configuration'),
			ownerReferences: [ownerReference(owner)],
		},
		data: {spec: {template}},
		revision: highest + 1,
	};
	return world.registry.create(resourceNamed('controllerrevisions'), revision, {manager: CONTROLLER_MANAGER});
}

/** All revisions, the oldest first. */
export function revisionsOf(owner: StatefulSet | DaemonSet, {store}: World): ControllerRevision[] {
	return store.ownedBy(owner.metadata.uid, 'controllerrevisions').toSorted((a, b) => a.revision - b.revision);
}

/** Removes the oldest revisions beyond spec.revisionHistoryLimit that no pod is of. */
export function forgetRevisions(owner: StatefulSet | DaemonSet, current: ControllerRevision, world: World): void {
	const used = new Set(world.store.ownedBy(owner.metadata.uid, 'pods').map(revisionHashOf));
	const old = revisionsOf(owner, world).filter(
		({metadata}) =>
			metadata.uid !== current.metadata.uid && !used.has(metadata.name) && !used.has(hashOfName(metadata.name)),
	);
	const excess = old.slice(0, Math.max(0, old.length - owner.spec.revisionHistoryLimit));
	for (const revision of excess) world.store.remove(resourceNamed('controllerrevisions'), revision);
}

/** The label controller-revision-hash of a pod: a StatefulSet writes the revision's name there, a DaemonSet its hash. */
export function revisionHashOf(pod: Pod): string {
	return pod.metadata.labels?.['controller-revision-hash'] ?? '';
}

/** `node-agent-6b669bc5c4` → `6b669bc5c4`. */
export function hashOfName(name: string): string {
	return name.slice(name.lastIndexOf('-') + 1);
}
