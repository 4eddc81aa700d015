import type {Autoscaler, Condition, KubeObject, Selector} from '../objects.ts';
import {millicores, quantityOf} from '../quantity.ts';
import {resourceOfKind} from '../resources.ts';
import {selects} from '../storage/selectors.ts';
import {secondsTime} from '../times.ts';
import {usageOf} from '../usage.ts';
import type {World} from '../world.ts';
import {setCondition} from './conditions.ts';
import {CONTROLLER_MANAGER} from './contract.ts';
import {isReady} from './pods.ts';

/**
 * Scales by CPU utilization as `pkg/controller/podautoscaler` does: looks every 15 s, tolerates 10 %, goes up at once (at
 * most to the double or by four) and down only to the highest wish of the last five minutes.
 */
export function runAutoscalers(world: World): void {
	const wishes = new Map<string, readonly Wish[]>();
	world.timeline.every(PERIOD_MS, () => {
		const autoscalers = world.store.list('horizontalpodautoscalers');
		const uids = new Set(autoscalers.map(({metadata}) => metadata.uid ?? ''));
		for (const uid of wishes.keys()) if (!uids.has(uid)) wishes.delete(uid);
		for (const autoscaler of autoscalers) look(autoscaler, wishes, world);
	});
}

interface Wish {
	readonly at: number;
	readonly replicas: number;
}

interface Target extends KubeObject {
	spec: {replicas: number; selector?: Selector};
}

interface Reading {
	/** Percent of what is requested. */
	readonly utilization: number;
	readonly averageCores: number;
	readonly pods: number;
}

const PERIOD_MS = 15_000;
const STABILIZATION_MS = 300_000;
const TOLERANCE = 0.1;

function look(autoscaler: Autoscaler, wishes: Map<string, readonly Wish[]>, world: World): void {
	const target = targetOf(autoscaler, world);
	const wanted = autoscaler.spec.metrics.find(({resource}) => resource?.name === 'cpu')?.resource?.target
		.averageUtilization;
	if (target === undefined || wanted === undefined) return;
	const reading = read(target, world);
	if (reading === undefined) {
		writeMissing(autoscaler, target, world);
		return;
	}
	const {replicas} = target.spec;
	const ratio = reading.utilization / wanted;
	const wish = Math.abs(ratio - 1) <= TOLERANCE ? replicas : Math.ceil(ratio * reading.pods);
	const now = world.timeline.now();
	const uid = autoscaler.metadata.uid ?? '';
	const recent = [...(wishes.get(uid) ?? []), {at: now, replicas: wish}].filter(
		({at}) => at > now - STABILIZATION_MS,
	);
	wishes.set(uid, recent);
	const stable = wish < replicas ? Math.min(replicas, Math.max(...recent.map(one => one.replicas))) : wish;
	const {minReplicas, maxReplicas} = autoscaler.spec;
	const limit = Math.max(replicas * 2, replicas + 4);
	const next = Math.min(maxReplicas, Math.max(minReplicas, Math.min(stable, limit)));
	if (next !== replicas) rescale(autoscaler, target, next, world);
	writeStatus(autoscaler, {reading, wish: stable, next, from: replicas}, world);
}

function targetOf({spec, metadata}: Autoscaler, {store}: World): Target | undefined {
	const resource = resourceOfKind(spec.scaleTargetRef.kind);
	return resource?.hasScale
		? (store.get(resource.plural, metadata.namespace ?? '', spec.scaleTargetRef.name) as Target | undefined)
		: undefined;
}

/** Undefined when no pod has figures, or none requests CPU. */
function read(target: Target, world: World): Reading | undefined {
	const pods = world.store
		.list('pods', target.metadata.namespace)
		.filter(pod => selects(target.spec.selector, pod.metadata.labels) && isReady(pod));
	const figures = pods.map(pod => ({pod, usage: usageOf(pod, world)})).filter(({usage}) => usage !== undefined);
	const used = figures.flatMap(({usage}) => usage?.containers ?? []).reduce((sum, {cpu}) => sum + cpu, 0);
	const requested = figures
		.flatMap(({pod}) => pod.spec.containers)
		.reduce((sum, {resources}) => sum + quantityOf(resources?.requests?.['cpu']), 0);
	if (figures.length === 0 || requested === 0) return undefined;
	return {
		utilization: Math.floor((used / requested) * 100),
		averageCores: used / figures.length,
		pods: figures.length,
	};
}

function rescale(autoscaler: Autoscaler, target: Target, replicas: number, {registry, recorder}: World): void {
	const reason =
		replicas > target.spec.replicas
			? 'cpu resource utilization (percentage of request) above target'
			: 'All metrics below target';
	registry.change(target, {manager: CONTROLLER_MANAGER, subresource: 'scale'}, draft => {
		draft.spec.replicas = replicas;
	});
	report(autoscaler, 'Normal', 'SuccessfulRescale', `New size: ${replicas}; reason: ${reason}`, recorder);
}

function writeStatus(
	autoscaler: Autoscaler,
	{
		reading,
		wish,
		next,
		from,
	}: {readonly reading: Reading; readonly wish: number; readonly next: number; readonly from: number},
	{registry, timeline}: World,
): void {
	const now = timeline.now();
	const able =
		next === from
			? ['ReadyForNewScale', 'recommended size matches current size']
			: ['SucceededRescale', `the HPA controller was able to update the target scale to ${next}`];
	const limited =
		wish > next
			? ['TooManyReplicas', 'the desired replica count is more than the maximum replica count']
			: wish < next
				? ['TooFewReplicas', 'the desired replica count is less than the minimum replica count']
				: ['DesiredWithinRange', 'the desired count is within the acceptable range'];
	const valid =
		'the HPA was able to successfully calculate a replica count from cpu resource utilization (percentage of request)';
	registry.change(autoscaler, {manager: CONTROLLER_MANAGER, subresource: 'status'}, draft => {
		const lastScaleTime = next === from ? draft.status.lastScaleTime : secondsTime(now);
		draft.status = {
			...(lastScaleTime === undefined ? {} : {lastScaleTime}),
			currentReplicas: from,
			desiredReplicas: next,
			currentMetrics: [
				{
					type: 'Resource',
					resource: {
						name: 'cpu',
						current: {
							averageValue: millicores(reading.averageCores),
							averageUtilization: reading.utilization,
						},
					},
				},
			],
			conditions: conditionsOf(draft, now, [
				['AbleToScale', 'True', able[0] ?? '', able[1] ?? ''],
				['ScalingActive', 'True', 'ValidMetricFound', valid],
				['ScalingLimited', wish === next ? 'False' : 'True', limited[0] ?? '', limited[1] ?? ''],
			]),
		};
	});
}

function writeMissing(autoscaler: Autoscaler, target: Target, {registry, recorder, timeline}: World): void {
	const because =
		'failed to get cpu utilization: unable to get metrics for resource cpu: no metrics returned from resource metrics API';
	report(autoscaler, 'Warning', 'FailedGetResourceMetric', because, recorder);
	const invalid = `invalid metrics (1 invalid out of 1), first error is: failed to get cpu resource metric value: ${because}`;
	report(autoscaler, 'Warning', 'FailedComputeMetricsReplicas', invalid, recorder);
	const failed = `the HPA was unable to compute the replica count: ${because}`;
	registry.change(autoscaler, {manager: CONTROLLER_MANAGER, subresource: 'status'}, draft => {
		draft.status = {
			...draft.status,
			currentReplicas: target.spec.replicas,
			desiredReplicas: draft.status.desiredReplicas ?? 0,
			conditions: conditionsOf(draft, timeline.now(), [
				[
					'AbleToScale',
					'True',
					'SucceededGetScale',
					"the HPA controller was able to get the target's current scale",
				],
				['ScalingActive', 'False', 'FailedGetResourceMetric', failed],
			]),
		};
	});
}

type Fact = readonly [type: string, status: string, reason: string, message: string];

function conditionsOf({status}: Autoscaler, now: number, facts: readonly Fact[]): Condition[] {
	let conditions = status.conditions ?? [];
	for (const [type, state, reason, message] of facts) {
		conditions = setCondition(conditions, {type, status: state, reason, message}, now);
	}
	return conditions;
}

function report(
	object: Autoscaler,
	type: 'Normal' | 'Warning',
	reason: string,
	message: string,
	recorder: World['recorder'],
): void {
	recorder.report(object, {type, reason, message, component: 'horizontal-pod-autoscaler'});
}
