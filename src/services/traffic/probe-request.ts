import type {LoggedRequest} from '../../model/request.ts';

/** A request of something that watches, not of somebody who wants something: it has no place in rates and percentiles. */
export function isProbe({method, path, agent}: Pick<LoggedRequest, 'method' | 'path' | 'agent'>): boolean {
	if (agent !== '' && AGENT.test(agent)) return true;
	return (method === '' || method === 'GET' || method === 'HEAD') && path.length < 256 && PATH.test(path);
}

const AGENT =
	/^(?:kube-probe\/|Prometheus\/|vm_promscrape|GoogleHC\/|ELB-HealthChecker|Amazon-Route53-Health-Check|Envoy\/HC|Consul Health Check|Blackbox Exporter)/i;

/**
 * Only what is nothing else: `/status` and `/health/patients` may be resources, `/metrics/7` too. A prefix of an API may stand before
 * (`/api/v1/health`); below health there is one of the words that frameworks and people put there.
 */
const PATH = new RegExp(
	[
		'^(?:/(?:api|v\\d{1,2}|internal)){0,2}/',
		'(?:',
		'_{0,2}(?:health|healthz|health-?check|readyz?|readiness|livez?|liveness|startupz?|alive|ping|heartbeat)_{0,2}',
		'(?:/(?:ready|readiness|live|liveness|startup|started|alive|check|status|full|deep|db|ping))?',
		'|_{0,2}lbheartbeat_{0,2}|metrics|up',
		'|(?:actuator|q|management)/(?:health(?:/[\\w-]{1,40}){0,3}|prometheus|metrics)',
		'|-/(?:healthy|ready|live|liveness|readiness|health|metrics)',
		')/?(?:[?#]|$)',
	].join(''),
	'i',
);
