import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {afterGrace} from '../../grace.ts';
import {oneLine} from '../../phrases.ts';
import {commonOf, extentOf, refusalOf} from '../../refusal/refusal.ts';
import {parseCall, type WebhookCall} from './parse-call.ts';

/** A webhook that is itself rolled out does not answer for a moment. */
const GRACE_MS = 15_000;

export default defineRule({
	id: 'webhook-unreachable',
	title: 'pods that cannot be created because an admission webhook does not answer',
	why: 'The API server asks it about every pod and takes none without its answer: all rollouts stand still until it is back.',
	remedy: 'Bring the webhook back; if that takes long, remove its configuration or let it fail open.',
	about: 'pods',
	reads: ['workload', 'revision', 'event', 'job', 'service'],
	place: 'cause',
	*find(subject, cluster) {
		const refusal = refusalOf(subject, cluster, 'webhook-unreachable');
		if (refusal === undefined) return;
		const call = parseCall(refusal.words);
		const {webhook, service, namespace, host} = call;
		yield {
			...commonOf(refusal, subject),
			key: webhook,
			verdict: afterGrace(subject, cluster, refusal.since, GRACE_MS, 'struggling'),
			title: `${subject.who} cannot be created: webhook ${oneLine(webhook, 60)} does not answer`,
			because: [extentOf(refusal), oneLine(call.trouble, 160), ...standingOf(call, cluster)].join('; '),
			next: [
				service === ''
					? `look at ${host || 'the webhook'}`
					: `look at the pods behind Service ${service} in ${namespace}`,
				`or set failurePolicy: Ignore for ${webhook} until it is back`,
			],
			blames: host === '' ? undefined : {host},
		};
	},
});

/** What stands behind the Service that it is called by, when that can be seen. */
function standingOf({service, namespace, host}: WebhookCall, cluster: Cluster): readonly string[] {
	if (service === '' || !cluster.knows('service')) return [];
	const row = cluster.serviceAt(host, namespace);
	if (row === undefined) return [`there is no Service ${service} in ${namespace}`];
	const behind = cluster.behind(row);
	const ready = behind.reduce((sum, {endpoints}) => sum + endpoints.ready, 0);
	const words = behind.length === 0 ? 'selects no pods' : `has ${ready === 0 ? 'no' : ready} ready pods`;
	return [`Service ${service} in ${namespace} ${words}`];
}
