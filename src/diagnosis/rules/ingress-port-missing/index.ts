import type {IngressRow, ServicePort} from '../../../model/network.ts';
import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';
import {routeName, routesOf} from '../../ingress-routes.ts';
import {listed} from '../../phrases.ts';

export default defineRule({
	id: 'ingress-port-missing',
	title: 'an Ingress that sends to a port which its Service does not have',
	why: 'The Service is there, and requests for these paths fail all the same.',
	remedy: 'Name a port of the Service, not one of its containers.',
	about: 'ingress',
	reads: ['ingress', 'service'],
	place: 'cause',
	*find({object: ingress}, cluster) {
		const isMissing = (route: IngressRow['rules'][number]): boolean => {
			const service = cluster.named('service', ingress.namespace, route.service);
			// A name for something outside has whatever ports that has.
			if (service === undefined || service.type === 'ExternalName' || route.port === '') return false;
			return !service.ports.some(port => isIt(port, route.port));
		};
		if (!routesOf(ingress).some(isMissing) || ingress.deletedAt !== undefined) return;
		for (const routes of Map.groupBy(routesOf(ingress), ({service, port}) => `${service}:${port}`).values()) {
			const [route] = routes;
			if (route === undefined || !isMissing(route)) continue;
			const service = cluster.named('service', ingress.namespace, route.service);
			const ports = service?.ports ?? [];
			const meant =
				ports.find(({targetPort}) => targetPort === route.port) ?? (ports.length === 1 ? ports[0] : undefined);
			yield {
				key: `${route.service}:${route.port}`,
				verdict: 'struggling',
				confidence: 'certain',
				title: `Ingress ${ingress.name} sends ${listed(routes.map(routeName), 2)} to port ${route.port} of Service ${route.service}, which it does not have`,
				because:
					ports.length === 0
						? `Service ${route.service} has no ports`
						: `Service ${route.service} has ${listed(ports.map(portText))}`,
				affects: service === undefined ? [] : [service],
				evidence: [
					...routes
						.slice(0, 2)
						.map(one => seenOn(ingress, `${routeName(one)} has the backend ${one.service}:${one.port}`)),
					...(service === undefined ? [] : [seenOn(service, `ports: ${listed(ports.map(portText))}`)]),
				],
				next: [
					meant === undefined
						? `name a port of Service ${route.service} in the Ingress`
						: `set the port in the Ingress to ${meant.name || String(meant.port)}`,
				],
			};
		}
	},
});

function isIt({name, port}: ServicePort, wanted: string): boolean {
	return String(port) === wanted || (name !== '' && name === wanted);
}

/** `http 80`, with the port behind it where that is another. */
function portText({name, port, targetPort}: ServicePort): string {
	return `${name} ${port}${targetPort === String(port) ? '' : ` (to ${targetPort})`}`.trim();
}
