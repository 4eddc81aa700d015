import {ago, anObject} from '../../../diagnosis/example.ts';
import type {DescriptionExample} from '../../example.ts';

export default [
	{
		name: 'one at its maximum, and how fast it may shrink',
		object: anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'api', {
			spec: {
				minReplicas: 2,
				maxReplicas: 5,
				scaleTargetRef: {apiVersion: 'apps/v1', kind: 'Deployment', name: 'api'},
				metrics: [
					{type: 'Resource', resource: {name: 'cpu', target: {type: 'Utilization', averageUtilization: 70}}},
				],
				behavior: {
					scaleUp: {selectPolicy: 'Disabled'},
					scaleDown: {
						stabilizationWindowSeconds: 300,
						policies: [
							{type: 'Percent', value: 10, periodSeconds: 60},
							{type: 'Pods', value: 2, periodSeconds: 30},
						],
					},
				},
			},
			status: {
				currentReplicas: 5,
				desiredReplicas: 5,
				lastScaleTime: ago(120),
				currentMetrics: [{type: 'Resource', resource: {name: 'cpu', current: {averageUtilization: 160}}}],
				conditions: [
					{type: 'AbleToScale', status: 'True', reason: 'ReadyForNewScale', lastTransitionTime: ago(60)},
					{
						type: 'ScalingLimited',
						status: 'True',
						reason: 'TooManyReplicas',
						message: 'the desired replica count is more than the maximum replica count',
						lastTransitionTime: ago(60),
					},
				],
			},
		}),
		says: [
			'STATUS          5 of 2 to 5 pods · at its maximum · 4h ago',
			'  scales        Deployment api',
			'  last change   2m ago',
			'MEASURES        cpu: 160%/70%',
			'CONDITIONS      ScalingLimited ✖ TooManyReplicas 60s: the desired replica count is more than the maximum replica count',
			'                AbleToScale ✔ 60s',
			'PACE',
			'  grows         never',
			'  shrinks       10 % in 60s or 2 pods in 30s · looks back 5m',
		],
	},
] satisfies readonly DescriptionExample[];
