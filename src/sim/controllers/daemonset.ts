import {copyOf} from '../json.ts';
import type {Node} from '../objects.ts';
import type {Pod} from '../pod-object.ts';
import type {ControllerRevision, DaemonSet} from '../workload-objects.ts';
import type {World} from '../world.ts';
import {CONTROLLER_MANAGER, defineController} from './contract.ts';
import {countOf} from './deployment-rollout.ts';
import {activePods, createPod, deletePod, isReady} from './pods.ts';
import {currentRevision, forgetRevisions, hashOfName, revisionHashOf} from './revisions.ts';
import {withoutZeros} from './replicaset.ts';
import {tolerates} from './fit.ts';

/** One pod on every node that it tolerates. */
export default defineController<DaemonSet>({
	drives: 'daemonsets',
	wokenBy: ({resource, type}, {store}) =>
		resource.plural === 'nodes' && type !== 'MODIFIED' ? store.list('daemonsets') : [],
	reconcile(set, world) {
		const revision = currentRevision(set, 'controller-revision-hash', world);
		const nodes = eligibleNodes(set, world);
		for (const node of nodes) if (podOn(set, node, world) === undefined) createOn(set, node, revision, world);
		renew(set, revision, nodes, world);
		writeStatus(set, revision, nodes, world);
		forgetRevisions(set, revision, world);
	},
});

/** What daemon pods tolerate beside what their template says (`pkg/controller/daemon/util`). */
const TOLERATIONS = [
	...['not-ready', 'unreachable'].map(trouble => ({
		key: `node.kubernetes.io/${trouble}`,
		operator: 'Exists',
		effect: 'NoExecute',
	})),
	...['disk-pressure', 'memory-pressure', 'pid-pressure', 'unschedulable'].map(trouble => ({
		key: `node.kubernetes.io/${trouble}`,
		operator: 'Exists',
		effect: 'NoSchedule',
	})),
];

function eligibleNodes(set: DaemonSet, {store}: World): Node[] {
	const {nodeSelector = {}, tolerations = []} = set.spec.template.spec;
	return store
		.list('nodes')
		.filter(
			node =>
				Object.entries(nodeSelector).every(([key, value]) => node.metadata.labels?.[key] === value) &&
				tolerates([...tolerations, ...TOLERATIONS], node),
		);
}

function podOn(set: DaemonSet, node: Node, {store}: World): Pod | undefined {
	return store.ownedBy(set.metadata.uid, 'pods').find(pod => targetOf(pod) === node.metadata.name);
}

/** The node that a daemon pod is meant for: the scheduler only confirms it. */
function targetOf(pod: Pod): string | undefined {
	const terms = pod.spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
	return terms?.[0]?.matchFields?.[0]?.values[0];
}

function createOn(set: DaemonSet, node: Node, revision: ControllerRevision, world: World): void {
	const template = copyOf(set.spec.template);
	const fields = [{key: 'metadata.name', operator: 'In', values: [node.metadata.name]}];
	template.spec.affinity = {
		nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchFields: fields}]}},
	};
	template.spec.tolerations = [...(template.spec.tolerations ?? []), ...TOLERATIONS];
	const pod = createPod(world, set, template, {
		labels: {
			'controller-revision-hash': hashOfName(revision.metadata.name),
			'pod-template-generation': String(set.metadata.generation ?? 1),
		},
	});
	report(set, 'SuccessfulCreate', `Created pod: ${pod.metadata.name}`, world);
}

/** Ends old pods, at most spec.updateStrategy.rollingUpdate.maxUnavailable at a time. */
function renew(set: DaemonSet, revision: ControllerRevision, nodes: readonly Node[], world: World): void {
	if (set.spec.updateStrategy.type !== 'RollingUpdate') return;
	const pods = activePods(world, set);
	const old = pods.filter(pod => revisionHashOf(pod) !== hashOfName(revision.metadata.name));
	const limit = Math.max(1, countOf(set.spec.updateStrategy.rollingUpdate?.maxUnavailable, nodes.length, Math.ceil));
	const unavailable = nodes.length - pods.filter(isReady).length;
	// Old pods that serve nobody may go at once.
	const goes = [
		...old.filter(pod => !isReady(pod)),
		...old.filter(isReady).slice(0, Math.max(0, limit - unavailable)),
	];
	for (const pod of goes) {
		deletePod(world, pod);
		report(set, 'SuccessfulDelete', `Deleted pod: ${pod.metadata.name}`, world);
	}
}

function report(set: DaemonSet, reason: string, message: string, {recorder}: World): void {
	recorder.report(set, {type: 'Normal', reason, message, component: 'daemonset-controller'});
}

function writeStatus(set: DaemonSet, revision: ControllerRevision, nodes: readonly Node[], world: World): void {
	const pods = activePods(world, set);
	const ready = pods.filter(isReady).length;
	const counts = {
		updatedNumberScheduled: pods.filter(pod => revisionHashOf(pod) === hashOfName(revision.metadata.name)).length,
		numberAvailable: ready,
		numberUnavailable: Math.max(0, nodes.length - ready),
	};
	world.registry.change(set, {manager: CONTROLLER_MANAGER, subresource: 'status'}, draft => {
		draft.status = {
			currentNumberScheduled: pods.length,
			numberMisscheduled: 0,
			desiredNumberScheduled: nodes.length,
			numberReady: ready,
			observedGeneration: set.metadata.generation ?? 1,
			...withoutZeros(counts),
		};
	});
}
