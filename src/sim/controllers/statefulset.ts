import {copyOf, without} from '../json.ts';
import type {Pod} from '../pod-object.ts';
import type {ControllerRevision, StatefulSet} from '../workload-objects.ts';
import type {World} from '../world.ts';
import {CONTROLLER_MANAGER, defineController} from './contract.ts';
import {createPod, deletePod, isReady} from './pods.ts';
import {currentRevision, forgetRevisions, revisionHashOf, revisionsOf} from './revisions.ts';
import {withoutZeros} from './replicaset.ts';

/** Pods with numbers, one after the other: up from 0, down and over to a new revision from the highest. */
export default defineController<StatefulSet>({
	drives: 'statefulsets',
	reconcile(set, world) {
		const update = currentRevision(set, 'controller.kubernetes.io/hash', world);
		const current = presentRevision(set, update, world);
		if (fill(set, update, current, world) && shrink(set, world)) renew(set, update, world);
		writeStatus(set, update, current, world);
		forgetRevisions(set, update, world);
	},
});

/** The revision that pods had before the update: status keeps its name until all pods are of the new one. */
function presentRevision(set: StatefulSet, update: ControllerRevision, world: World): ControllerRevision {
	const known = revisionsOf(set, world);
	return known.find(({metadata}) => metadata.name === set.status.currentRevision) ?? update;
}

/** Creates what is missing; true when the pods with numbers below spec.replicas are all there and ready. */
function fill(set: StatefulSet, update: ControllerRevision, current: ControllerRevision, world: World): boolean {
	const partition = set.spec.updateStrategy.rollingUpdate?.partition ?? 0;
	const isParallel = set.spec.podManagementPolicy === 'Parallel';
	let isWhole = true;
	for (let ordinal = 0; ordinal < set.spec.replicas; ordinal++) {
		const pod = podAt(set, ordinal, world);
		if (pod?.status.phase === 'Failed' || pod?.status.phase === 'Succeeded') deletePod(world, pod);
		if (pod === undefined) createNumbered(set, ordinal, ordinal < partition ? current : update, world);
		if (pod !== undefined && isReady(pod) && pod.metadata.deletionTimestamp === undefined) continue;
		isWhole = false;
		if (!isParallel) return false;
	}
	return isWhole;
}

/** Ends the highest pod beyond spec.replicas; true when there is none. */
function shrink(set: StatefulSet, world: World): boolean {
	const last = numberedPods(set, world).at(-1);
	if (last === undefined || ordinalOf(last) < set.spec.replicas) return true;
	endPod(set, last, world);
	return false;
}

/** Ends the highest pod of an old revision; it comes again as one of the new. */
function renew(set: StatefulSet, update: ControllerRevision, world: World): void {
	if (set.spec.updateStrategy.type !== 'RollingUpdate') return;
	const partition = set.spec.updateStrategy.rollingUpdate?.partition ?? 0;
	const old = numberedPods(set, world).filter(
		pod => ordinalOf(pod) >= partition && revisionHashOf(pod) !== update.metadata.name,
	);
	const next = old.at(-1);
	if (next !== undefined) endPod(set, next, world);
}

function createNumbered(set: StatefulSet, ordinal: number, revision: ControllerRevision, world: World): void {
	const name = `${set.metadata.name}-${ordinal}`;
	const template = without(copyOf(revision.data.spec.template), '$patch');
	const claims = (set.spec.volumeClaimTemplates ?? []).map(claim => ({
		name: claim.metadata.name,
		persistentVolumeClaim: {claimName: `${claim.metadata.name}-${name}`},
	}));
	template.spec = {
		...template.spec,
		hostname: name,
		...(set.spec.serviceName === undefined ? {} : {subdomain: set.spec.serviceName}),
		...(claims.length === 0 ? {} : {volumes: [...(template.spec.volumes ?? []), ...claims]}),
	};
	createPod(world, set, template, {
		name,
		generateName: `${set.metadata.name}-`,
		labels: {
			'apps.kubernetes.io/pod-index': String(ordinal),
			'controller-revision-hash': revision.metadata.name,
			'statefulset.kubernetes.io/pod-name': name,
		},
	});
	report(set, 'SuccessfulCreate', `create Pod ${name} in StatefulSet ${set.metadata.name} successful`, world);
}

function endPod(set: StatefulSet, pod: Pod, world: World): void {
	if (pod.metadata.deletionTimestamp !== undefined) return;
	deletePod(world, pod);
	report(
		set,
		'SuccessfulDelete',
		`delete Pod ${pod.metadata.name} in StatefulSet ${set.metadata.name} successful`,
		world,
	);
}

function report(set: StatefulSet, reason: string, message: string, {recorder}: World): void {
	recorder.report(set, {type: 'Normal', reason, message, component: 'statefulset-controller'});
}

function writeStatus(set: StatefulSet, update: ControllerRevision, current: ControllerRevision, world: World): void {
	const pods = numberedPods(set, world).filter(pod => pod.metadata.deletionTimestamp === undefined);
	const ofRevision = (revision: ControllerRevision): number =>
		pods.filter(pod => revisionHashOf(pod) === revision.metadata.name).length;
	const ready = pods.filter(isReady).length;
	const isDone = ofRevision(update) === set.spec.replicas && ready === set.spec.replicas;
	const present = isDone ? update : current;
	const counts = {
		readyReplicas: ready,
		currentReplicas: ofRevision(present),
		updatedReplicas: ofRevision(update),
	};
	world.registry.change(set, {manager: CONTROLLER_MANAGER, subresource: 'status'}, draft => {
		draft.status = {
			observedGeneration: set.metadata.generation ?? 1,
			replicas: pods.length,
			...withoutZeros(counts),
			currentRevision: present.metadata.name,
			updateRevision: update.metadata.name,
			collisionCount: 0,
			availableReplicas: ready,
		};
	});
}

function podAt(set: StatefulSet, ordinal: number, {store}: World): Pod | undefined {
	return store.get('pods', set.metadata.namespace ?? '', `${set.metadata.name}-${ordinal}`);
}

function numberedPods(set: StatefulSet, {store}: World): Pod[] {
	return store.ownedBy(set.metadata.uid, 'pods').toSorted((a, b) => ordinalOf(a) - ordinalOf(b));
}

function ordinalOf(pod: Pod): number {
	return Number(pod.metadata.name.slice(pod.metadata.name.lastIndexOf('-') + 1));
}
