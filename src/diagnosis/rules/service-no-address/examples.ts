import {ago, anEvent, anObject, type ApiObject, type RuleExample} from '../../example.ts';

const service = (fields = {}): ApiObject =>
	anObject('v1', 'Service', 'web', {spec: {type: 'LoadBalancer', ports: [{port: 80}]}, ...fields});
const QUOTA = 'Error syncing load balancer: failed to ensure load balancer: quota exceeded for public addresses';

export default [
	{
		name: 'the cloud refuses',
		objects: [service(), anEvent(service(), 'SyncLoadBalancerFailed', QUOTA, {count: 7})],
		finds: [
			{
				object: 'service/web',
				title: 'Service web has no address outside: its load balancer is pending',
				because: '',
				verdict: 'struggling',
				evidence: [`SyncLoadBalancerFailed ×7 ${QUOTA}`, 'status.loadBalancer is empty'],
			},
		],
	},
	{
		name: 'nobody makes load balancers here',
		objects: [service()],
		finds: [{because: 'no controller says why: perhaps none makes load balancers here', verdict: 'info'}],
	},
	{name: 'one is being made', objects: [service({metadata: {creationTimestamp: ago(120)}})], finds: []},
	{
		name: 'it has one',
		objects: [service({status: {loadBalancer: {ingress: [{hostname: 'x.elb.example'}]}}})],
		finds: [],
	},
	{name: 'of another type', objects: [service({spec: {type: 'ClusterIP'}})], finds: []},
] satisfies readonly RuleExample[];
