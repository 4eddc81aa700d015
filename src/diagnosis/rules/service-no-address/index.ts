import {defineRule} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {heardOf, seenOn} from '../../evidence.ts';
import {quoted} from '../../phrases.ts';

/** Clouds take a minute or two to make a load balancer. */
const LATE_MS = 5 * 60_000;

export default defineRule({
	id: 'service-no-address',
	title: 'a Service of type LoadBalancer that has no address, with what its controller says',
	why: 'Nobody outside can reach it: the cloud refuses, or nothing in the cluster makes load balancers.',
	remedy: 'See what its events say: quotas and rights of the cloud, or a missing controller.',
	about: 'service',
	reads: ['service', 'event'],
	place: 'cause',
	*find(subject, cluster) {
		const {object: service, events} = subject;
		if (service.type !== 'LoadBalancer' || service.externalAddresses.length > 0) return;
		if (service.deletedAt !== undefined || !isDue(subject, cluster, service.createdAt, LATE_MS)) return;
		const failed = events.findLast(({type}) => type === 'Warning');
		yield {
			// Clusters without a controller for it are many, and their people know.
			verdict: failed === undefined ? 'info' : 'struggling',
			confidence: 'certain',
			title: `Service ${service.name} has no address outside: its load balancer is pending`,
			because: failed === undefined ? 'no controller says why: perhaps none makes load balancers here' : '',
			evidence: [
				...(failed === undefined ? [] : [heardOf(failed, service, quoted(failed.message))]),
				seenOn(service, 'status.loadBalancer is empty'),
			],
			since: service.createdAt,
			next: [`see its events: kubectl describe service ${service.name} -n ${service.namespace}`],
		};
	},
});
