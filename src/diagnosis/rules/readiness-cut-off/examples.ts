import {aDeployment, aReplicaSet, type RuleExample} from '../../example.ts';
import {anUnreadyPod, httpGet, unhealthy} from '../../example-probes.ts';

const still = [aDeployment('api', {spec: {replicas: 1}}), aReplicaSet('api', 1)];
const pod = anUnreadyPod('api', 1, 'a', {readinessProbe: httpGet('/ready')}, 60);
const young = anUnreadyPod('api', 1, 'a', {readinessProbe: httpGet('/ready')}, 20);

export default [
	{
		name: 'the program dies of the request, or speaks something else',
		objects: [...still, pod, unhealthy(pod, 'Readiness probe failed: Get "http://10.244.0.7:8000/ready": EOF')],
		finds: [
			{
				title: 'Pods fail their readiness probe: the connection is closed without an answer to GET :8000/ready',
				verdict: 'struggling',
				next: ['see in the log of api what becomes of the request'],
			},
		],
	},
	{
		name: 'a connection that is reset',
		objects: [
			...still,
			pod,
			unhealthy(
				pod,
				'Readiness probe failed: Get "http://10.244.0.7:8000/ready": read tcp 10.244.0.1:51644->10.244.0.7:8000: read: connection reset by peer',
			),
		],
		finds: [{verdict: 'struggling'}],
	},
	{
		name: 'words that nobody knows are passed on',
		objects: [...still, pod, unhealthy(pod, 'Readiness probe failed: Get "/ready": stopped after 10 redirects')],
		finds: [{title: 'Pods fail their readiness probe: Get "/ready": stopped after 10 redirects'}],
	},
	{
		name: 'within its time',
		objects: [...still, young, unhealthy(young, 'Readiness probe failed: Get "http://10.244.0.7:8000/ready": EOF')],
		finds: [],
	},
] satisfies readonly RuleExample[];
