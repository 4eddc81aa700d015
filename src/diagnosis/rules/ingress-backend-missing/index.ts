import {nearest} from '../../../lib/nearest.ts';
import {defineRule} from '../../contract.ts';
import {isDue} from '../../due.ts';
import {seenOn} from '../../evidence.ts';
import {routeName, routesOf} from '../../ingress-routes.ts';
import {listed} from '../../phrases.ts';

/** Its Service may be made a little later. */
const EARLY_MS = 10_000;

export default defineRule({
	id: 'ingress-backend-missing',
	title: 'an Ingress that sends to a Service which does not exist, with a name that is near',
	why: 'Requests for these paths are answered by the controller with an error, or by somebody else.',
	remedy: 'Correct the name, or make the Service.',
	about: 'ingress',
	reads: ['ingress', 'service'],
	place: 'cause',
	*find(subject, cluster) {
		const {object: ingress} = subject;
		const isMissing = (service: string): boolean =>
			cluster.named('service', ingress.namespace, service) === undefined;
		if (!cluster.knows('service') || ingress.deletedAt !== undefined) return;
		if (!routesOf(ingress).some(({service}) => isMissing(service))) return;
		if (!isDue(subject, cluster, ingress.createdAt, EARLY_MS)) return;
		const byService = Map.groupBy(routesOf(ingress), ({service}) => service);
		const missing = [...byService].filter(([service]) => isMissing(service));
		for (const [service, routes] of missing) {
			const names = [...cluster.inNamespace('service', ingress.namespace)].map(({name}) => name);
			const near = nearest(service, names);
			yield {
				key: service,
				verdict: 'struggling',
				confidence: 'certain',
				title: `Ingress ${ingress.name} sends ${listed(routes.map(routeName), 2)} to Service ${service}, which does not exist`,
				because:
					near === undefined
						? `there is no such Service in ${ingress.namespace}`
						: `there is a Service ${near}`,
				evidence: routes
					.slice(0, 3)
					.map(route =>
						seenOn(ingress, `${routeName(route)} has the backend ${service}:${route.port || '?'}`),
					),
				next: [
					near === undefined
						? `make Service ${service}, or correct its name in the Ingress`
						: `correct it to ${near}`,
				],
			};
		}
	},
});
