import type {IngressRow, ServiceObjectRow} from '../../../model/network.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';
import {areOverdue, unreadySince} from '../../overdue.ts';
import {listed, quoted} from '../../phrases.ts';
import {isGoing, podsOf, slicesOf} from '../../service-pods.ts';
import {whyUnready} from '../../stateful-pods.ts';

export default defineRule({
	id: 'service-no-ready-endpoints',
	title: 'a Service none of whose pods is ready',
	why: 'There is nobody to send its requests to: all of them fail.',
	remedy: 'See why its pods are not ready.',
	about: 'service',
	reads: ['service', 'endpointslice', 'workload', 'pod', 'ingress'],
	place: 'effect',
	*find(subject, cluster) {
		const {object: service} = subject;
		if (service.selector === undefined || service.type === 'ExternalName') return;
		const behind = cluster.behind(service);
		if (behind.some(({endpoints}) => endpoints.ready > 0)) return;
		if (behind.length > 0 && behind.every(({workload}) => workload.wanted === 0)) return;
		if (!cluster.knows('endpointslice') || !cluster.knows('pod') || hasReady(service, cluster)) return;
		const pods = podsOf(service, cluster);
		if (pods.length === 0 || pods.some(({ready}) => ready) || isGoing(service, cluster)) return;
		// As long as one of them may yet get ready in its time, the Service has just not begun.
		if (!areOverdue(pods, subject, cluster)) return;
		const ingresses = ingressesTo(service, cluster);
		yield {
			verdict: 'struggling',
			confidence: 'certain',
			title: `Service ${service.name} has no pod that is ready: ${pods.length === 1 ? 'its only one is not' : `none of ${pods.length}`}`,
			because:
				ingresses.length === 0
					? ''
					: `Ingress ${listed(
							ingresses.map(({name}) => name),
							3,
						)} sends requests to it`,
			pods,
			affects: ingresses,
			evidence: [
				seenOn(service, 'its EndpointSlices have no endpoint that is ready'),
				...pods.slice(0, 2).map(pod => seenOn(pod, quoted(whyUnready(pod)), unreadySince(pod))),
			],
			since: Math.max(...pods.map(unreadySince)),
			next: [
				`see why ${listed(
					pods.map(({name}) => name),
					2,
				)} ${pods.length === 1 ? 'is' : 'are'} not ready`,
			],
			follows: behind.map(({uid}) => uid),
		};
	},
});

function hasReady(service: ServiceObjectRow, cluster: Cluster): boolean {
	return slicesOf(service, cluster).some(({endpoints}) =>
		endpoints.some(({ready, serving, terminating}) => ready || (serving && terminating)),
	);
}

function ingressesTo({namespace, name}: ServiceObjectRow, cluster: Cluster): readonly IngressRow[] {
	const found: IngressRow[] = [];
	for (const ingress of cluster.inNamespace('ingress', namespace))
		if (ingress.rules.some(({service}) => service === name)) found.push(ingress);
	return found;
}
