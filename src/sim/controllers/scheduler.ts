import type {Node} from '../objects.ts';
import type {Pod} from '../pod-object.ts';
import type {World} from '../world.ts';
import {setCondition} from './conditions.ts';
import {defineController, type Again} from './contract.ts';
import {loadOf, misfitOf, sumOf, type Load, type Misfit} from './fit.ts';

/** Gives pods to the node with the most room, or says why none will do. */
export default defineController<Pod>({
	drives: 'pods',
	wokenBy({resource, type}, {store}) {
		const makesRoom = resource.plural === 'nodes' || (resource.plural === 'pods' && type === 'DELETED');
		return makesRoom ? store.list('pods').filter(isUnscheduled) : [];
	},
	reconcile(pod, world, again) {
		if (!isUnscheduled(pod)) return;
		const nodes = world.store.list('nodes');
		const loads = loadsOf(world);
		const candidates = nodes.map(node => {
			const load = loads.get(node.metadata.name) ?? sumOf([]);
			return {node, load, siblings: siblingsOn(node, pod, world), misfit: misfitOf(pod, node, load)};
		});
		const best = candidates
			.filter(({misfit}) => misfit.reasons.length === 0)
			.toSorted((a, b) => a.siblings - b.siblings || byRoom(a.load, b.load))[0];
		if (best === undefined)
			refuse(
				pod,
				candidates.map(({misfit}) => misfit),
				world,
				again,
			);
		else bind(pod, best.node, world);
	},
});

/** A pod that does not fit is tried again now and then, as the scheduler's queue does after 5 minutes. */
const RETRY_MS = 300_000;

function isUnscheduled({metadata, spec}: Pod): boolean {
	return spec.nodeName === undefined && metadata.deletionTimestamp === undefined;
}

/** What is asked of each node by the pods on it that have not ended. */
function loadsOf({store}: World): Map<string, Load> {
	const loads = new Map<string, Load>();
	for (const pod of store.list('pods')) {
		const {nodeName} = pod.spec;
		if (nodeName === undefined || pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed') continue;
		loads.set(nodeName, sumOf([loads.get(nodeName) ?? sumOf([]), loadOf(pod)]));
	}
	return loads;
}

/** Pods of the same owner on a node: they are spread, as the scheduler's default constraints do. */
function siblingsOn(node: Node, pod: Pod, {store}: World): number {
	const owner = pod.metadata.ownerReferences?.find(({controller}) => controller)?.uid;
	return store.ownedBy(owner, 'pods').filter(({spec}) => spec.nodeName === node.metadata.name).length;
}

function byRoom(a: Load, b: Load): number {
	return a.cpu - b.cpu || a.memory - b.memory || a.pods - b.pods;
}

function bind(pod: Pod, node: Node, {registry, recorder, timeline}: World): void {
	const nodeName = node.metadata.name;
	registry.change(pod, {manager: 'kube-scheduler'}, draft => {
		draft.spec.nodeName = nodeName;
		const zone = Object.entries(node.metadata.labels ?? {}).filter(([key]) =>
			/^topology\.kubernetes\.io\/(region|zone)$/.test(key),
		);
		draft.metadata.labels = {...draft.metadata.labels, ...Object.fromEntries(zone)};
		const scheduled = {type: 'PodScheduled', status: 'True', reason: '', message: ''};
		draft.status.conditions = setCondition(draft.status.conditions ?? [], scheduled, timeline.now()).map(
			({type, status, lastTransitionTime}) => ({
				type,
				status,
				lastProbeTime: null,
				...(lastTransitionTime && {lastTransitionTime}),
			}),
		);
	});
	recorder.report(pod, {
		type: 'Normal',
		reason: 'Scheduled',
		message: `Successfully assigned ${pod.metadata.namespace}/${pod.metadata.name} to ${nodeName}`,
		component: 'default-scheduler',
		action: 'Binding',
	});
}

function refuse(pod: Pod, misfits: readonly Misfit[], {registry, recorder, timeline}: World, again: Again): void {
	const message = sentenceOf(misfits);
	const condition = {type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message};
	registry.change(pod, {manager: 'kube-scheduler', subresource: 'status'}, draft => {
		draft.status.conditions = setCondition(draft.status.conditions ?? [], condition, timeline.now()).map(other => ({
			...other,
			lastProbeTime: null,
		}));
	});
	recorder.report(pod, {
		type: 'Warning',
		reason: 'FailedScheduling',
		message,
		component: 'default-scheduler',
		action: 'Scheduling',
	});
	again(RETRY_MS);
}

/** As a scheduler of v1.35 puts it: `0/5 nodes are available: 5 Insufficient cpu. no new claims …`. */
function sentenceOf(misfits: readonly Misfit[]): string {
	const total = misfits.length;
	if (total === 0) return 'no nodes available to schedule pods';
	const preemption = misfits.map(({isHopeless}) =>
		isHopeless ? 'Preemption is not helpful for scheduling' : 'No preemption victims found for incoming pod',
	);
	const available = `0/${total} nodes are available: `;
	return (
		`${available}${tally(misfits.flatMap(({reasons}) => reasons))}. no new claims to deallocate, ` +
		`preemption: ${available}${tally(preemption)}.`
	);
}

/** `2 Insufficient cpu, 1 Too many pods`, sorted as text. */
function tally(reasons: readonly string[]): string {
	const counts = new Map<string, number>();
	for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
	return [...counts]
		.map(([reason, count]) => `${count} ${reason}`)
		.toSorted()
		.join(', ');
}
