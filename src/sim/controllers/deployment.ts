import {canonicalText, copyOf, isEqual, without} from '../json.ts';
import type {PodTemplate} from '../pod-object.ts';
import type {Deployment, ReplicaSet} from '../workload-objects.ts';
import {resourceNamed} from '../resources.ts';
import {templateHashOf} from '../seed.ts';
import type {World} from '../world.ts';
import {CONTROLLER_MANAGER, defineController} from './contract.ts';
import {rollOut, scale, surgeOf} from './deployment-rollout.ts';
import {writeStatus} from './deployment-status.ts';
import {ownerReference} from './pods.ts';

/** Numbers revisions, and moves from the old ReplicaSets to the new one (kubernetes `pkg/controller/deployment`). */
export default defineController<Deployment>({
	drives: 'deployments',
	reconcile(deployment, world, again) {
		const sets = world.store.ownedBy(deployment.metadata.uid, 'replicasets');
		const known = sets.find(set => isEqual(withoutHash(set.spec.template), deployment.spec.template));
		if (known === undefined && deployment.spec.paused) {
			writeStatus(deployment, undefined, world, again);
			return;
		}
		const current = known ?? createSet(deployment, world);
		numberRevision(deployment, current, sets, world);
		if (deployment.spec.paused) scaleAsOne(deployment, current, world);
		else rollOut(deployment, current, world);
		if (isComplete(deployment, current, world)) forgetRevisions(deployment, current, world);
		writeStatus(deployment, current, world, again);
	},
});

/** A ReplicaSet's revision; 0 when it has none. */
function revisionOf(object: Deployment | ReplicaSet): number {
	return Number(object.metadata.annotations?.[REVISION] ?? 0);
}

const REVISION = 'deployment.kubernetes.io/revision';

/** Annotations of a Deployment that its ReplicaSets do not take over. */
const OWN_ANNOTATIONS: ReadonlySet<string> = new Set([
	REVISION,
	'deployment.kubernetes.io/desired-replicas',
	'deployment.kubernetes.io/max-replicas',
	'kubectl.kubernetes.io/last-applied-configuration',
]);

function withoutHash(template: PodTemplate): PodTemplate {
	const labels = without(template.metadata?.labels ?? {}, 'pod-template-hash');
	return {...template, metadata: {...template.metadata, labels}};
}

function createSet(deployment: Deployment, world: World): ReplicaSet {
	const {name, namespace = ''} = deployment.metadata;
	const template = copyOf(deployment.spec.template);
	const hash = templateHashOf(`${deployment.metadata.uid}${canonicalText(template)}`);
	const labels = {...template.metadata?.labels, 'pod-template-hash': hash};
	const set = {
		metadata: {name: `${name}-${hash}`, namespace, labels, ownerReferences: [ownerReference(deployment)]},
		spec: {
			replicas: 0,
			...(deployment.spec.minReadySeconds === undefined
				? {}
				: {minReadySeconds: deployment.spec.minReadySeconds}),
			selector: {
				...deployment.spec.selector,
				matchLabels: {...deployment.spec.selector.matchLabels, 'pod-template-hash': hash},
			},
			template: {...template, metadata: {...template.metadata, labels}},
		},
		status: {replicas: 0},
	};
	return world.registry.create<ReplicaSet>(resourceNamed('replicasets'), set, {manager: CONTROLLER_MANAGER});
}

/** The newest template has the highest number: an old ReplicaSet that is used again gets a new one. */
function numberRevision(deployment: Deployment, current: ReplicaSet, sets: readonly ReplicaSet[], world: World): void {
	const highest = Math.max(0, ...sets.filter(set => set.metadata.uid !== current.metadata.uid).map(revisionOf));
	const revision = String(Math.max(highest + 1, revisionOf(current)));
	const {replicas} = deployment.spec;
	const taken = Object.entries(deployment.metadata.annotations ?? {}).filter(([key]) => !OWN_ANNOTATIONS.has(key));
	world.registry.change(current, {manager: CONTROLLER_MANAGER}, draft => {
		draft.metadata.annotations = {
			'deployment.kubernetes.io/desired-replicas': String(replicas),
			'deployment.kubernetes.io/max-replicas': String(replicas + surgeOf(deployment)),
			[REVISION]: revision,
			...Object.fromEntries(taken),
		};
	});
	world.registry.change(deployment, {manager: CONTROLLER_MANAGER}, draft => {
		draft.metadata.annotations = {...draft.metadata.annotations, [REVISION]: revision};
	});
}

/** While a rollout is paused, only the number of pods follows. */
function scaleAsOne(deployment: Deployment, current: ReplicaSet, world: World): void {
	const others = world.store.ownedBy(deployment.metadata.uid, 'replicasets');
	if (others.every(set => set.metadata.uid === current.metadata.uid || set.spec.replicas === 0)) {
		scale(deployment, current, deployment.spec.replicas, world);
	}
}

/** All pods are of the current revision and available. */
function isComplete(deployment: Deployment, current: ReplicaSet, {store}: World): boolean {
	const sets = store.ownedBy(deployment.metadata.uid, 'replicasets');
	const newest = sets.find(set => set.metadata.uid === current.metadata.uid);
	return (
		newest?.status.availableReplicas === deployment.spec.replicas &&
		sets.every(set => set === newest || set.status.replicas === 0)
	);
}

/** Removes the oldest ReplicaSets beyond spec.revisionHistoryLimit. */
function forgetRevisions(deployment: Deployment, current: ReplicaSet, {store}: World): void {
	const old = store
		.ownedBy(deployment.metadata.uid, 'replicasets')
		.filter(
			set => set.metadata.uid !== current.metadata.uid && set.spec.replicas === 0 && set.status.replicas === 0,
		)
		.toSorted((a, b) => revisionOf(a) - revisionOf(b));
	const excess = old.slice(0, Math.max(0, old.length - deployment.spec.revisionHistoryLimit));
	for (const set of excess) store.remove(resourceNamed('replicasets'), set);
}
