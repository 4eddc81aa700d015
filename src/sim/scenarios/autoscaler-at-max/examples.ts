import type {Autoscaler} from '../../objects.ts';
import type {Cluster, ScenarioExample} from '../../contract.ts';
import {readiness, readyEndpoints} from '../../shop/facts.ts';

export default [
	{atMs: 15_000, fact: 'before the release all is well', of: readiness, is: ['api 3/3', 'mailer 3/3', 'worker 2/2']},
	{atMs: 300_000, fact: 'ten pods are all there may be', of: cluster => readyEndpoints(cluster, 'api'), is: 10},
	{
		atMs: 300_000,
		fact: 'the autoscaler wants more',
		of: cluster => conditionsOf(cluster).filter(condition => condition === 'ScalingLimited TooManyReplicas'),
		is: ['ScalingLimited TooManyReplicas'],
	},
] satisfies ScenarioExample[];

function conditionsOf(cluster: Cluster): string[] {
	const [scaler] = cluster.list('horizontalpodautoscalers').map(object => object as Autoscaler);
	return (scaler?.status.conditions ?? []).map(({type, reason = ''}) => `${type} ${reason}`);
}
