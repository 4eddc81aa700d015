import type {AutoscalerRow} from '../../../model/workload.ts';
import type {KindExample} from '../../example.ts';

const spec = {
	scaleTargetRef: {apiVersion: 'apps/v1', kind: 'Deployment', name: 'api'},
	minReplicas: 3,
	maxReplicas: 10,
	metrics: [{type: 'Resource', resource: {name: 'cpu', target: {type: 'Utilization', averageUtilization: 70}}}],
};

const cpuAt = (averageUtilization: number) => [
	{type: 'Resource', resource: {name: 'cpu', current: {averageUtilization, averageValue: '130m'}}},
];

/** An autoscaler with these parts. */
function autoscaler(status: object, more: object = {}): object {
	return {
		apiVersion: 'autoscaling/v2',
		kind: 'HorizontalPodAutoscaler',
		metadata: {name: 'api', namespace: 'shop', uid: 'hpa-uid', creationTimestamp: '2026-11-24T11:55:00Z'},
		spec: {...spec, ...more},
		status: {currentReplicas: 3, desiredReplicas: 3, currentMetrics: cpuAt(52), ...status},
	};
}

/** The TARGETS of an autoscaler with one metric, and what was measured of it. */
function targetOf(metric: object, current: object): Pick<KindExample<AutoscalerRow>, 'object'> {
	return {object: autoscaler({currentMetrics: [current]}, {metrics: [metric]})};
}

const examples: readonly KindExample<AutoscalerRow>[] = [
	{
		name: 'an autoscaler at rest',
		object: autoscaler({
			lastScaleTime: '2026-11-24T11:58:00Z',
			conditions: [{type: 'ScalingActive', status: 'True', reason: 'ValidMetricFound'}],
		}),
		row: {
			kind: 'hpa',
			uid: 'hpa-uid',
			name: 'api',
			namespace: 'shop',
			createdAt: Date.parse('2026-11-24T11:55:00Z'),
			deletedAt: undefined,
			finalizers: [],
			labels: {},
			owner: undefined,
			target: {kind: 'Deployment', name: 'api'},
			replicasMin: 3,
			replicasMax: 10,
			current: 3,
			wanted: 3,
			targets: ['cpu: 52%/70%'],
			lastScaleAt: Date.parse('2026-11-24T11:58:00Z'),
			conditions: [{type: 'ScalingActive', status: 'True', reason: 'ValidMetricFound', message: '', since: 0}],
		},
		cells: {
			reference: 'Deployment/api',
			targets: 'cpu: 52%/70%',
			replicasMin: '3',
			replicasMax: '10',
			replicas: '3',
			age: '5m',
		},
		mark: 'healthy',
		drill: {to: 'object', objectKind: 'Deployment', namespace: 'shop', name: 'api'},
	},
	{
		name: 'it scales up',
		object: autoscaler({desiredReplicas: 6, currentMetrics: cpuAt(160)}),
		row: {current: 3, wanted: 6, targets: ['cpu: 160%/70%'], lastScaleAt: undefined},
		mark: 'progressing',
	},
	{
		name: 'it wants more than its maximum',
		object: autoscaler({
			currentReplicas: 10,
			desiredReplicas: 10,
			conditions: [{type: 'ScalingLimited', status: 'True', reason: 'TooManyReplicas'}],
		}),
		mark: 'struggling',
	},
	{
		name: 'it wants less than its minimum, which is well',
		object: autoscaler({conditions: [{type: 'ScalingLimited', status: 'True', reason: 'TooFewReplicas'}]}),
		mark: 'healthy',
	},
	{
		name: 'it has no metrics and does not scale',
		object: autoscaler({
			currentMetrics: null,
			conditions: [{type: 'ScalingActive', status: 'False', reason: 'FailedGetResourceMetric'}],
		}),
		row: {targets: ['cpu: <unknown>/70%']},
		mark: 'struggling',
	},
	{
		name: 'its target was scaled to zero by hand, which switches it off',
		object: autoscaler({
			currentReplicas: 0,
			desiredReplicas: 0,
			conditions: [{type: 'ScalingActive', status: 'False', reason: 'ScalingDisabled'}],
		}),
		mark: 'healthy',
	},
	{
		name: 'an average of memory',
		...targetOf(
			{type: 'Resource', resource: {name: 'memory', target: {type: 'AverageValue', averageValue: '200Mi'}}},
			{type: 'Resource', resource: {name: 'memory', current: {averageValue: '120Mi'}}},
		),
		row: {targets: ['memory: 120Mi/200Mi']},
	},
	{
		name: 'one container of the pods',
		...targetOf(
			{
				type: 'ContainerResource',
				containerResource: {name: 'cpu', container: 'api', target: {averageUtilization: 60}},
			},
			{
				type: 'ContainerResource',
				containerResource: {name: 'cpu', container: 'api', current: {averageUtilization: 45}},
			},
		),
		row: {targets: ['cpu: 45%/60%']},
	},
	{
		name: 'a metric of the pods',
		...targetOf(
			{type: 'Pods', pods: {metric: {name: 'rps'}, target: {averageValue: '10'}}},
			{type: 'Pods', pods: {metric: {name: 'rps'}, current: {averageValue: '4500m'}}},
		),
		row: {targets: ['4500m/10']},
	},
	{
		name: 'a value of an object',
		...targetOf(
			{type: 'Object', object: {metric: {name: 'rps'}, target: {type: 'Value', value: '2k'}}},
			{type: 'Object', object: {metric: {name: 'rps'}, current: {value: '1200'}}},
		),
		row: {targets: ['1200/2k']},
	},
	{
		name: 'an external average, of which nothing is known yet',
		...targetOf({type: 'External', external: {metric: {name: 'queue'}, target: {averageValue: '30'}}}, {}),
		row: {targets: ['<unknown>/30 (avg)']},
	},
	{
		name: 'no target, no metrics, no limits',
		object: {metadata: {name: 'empty', uid: 'hpa-uid'}},
		row: {target: {kind: '', name: ''}, targets: [], replicasMin: 1, replicasMax: 0},
		cells: {reference: '–', targets: '–'},
		drill: {to: 'nothing', because: 'this autoscaler names no target'},
	},
];

export default examples;
