import {kindById} from '../../kinds/lookup.ts';
import type {Transport} from '../../kube/ports.ts';
import {createIntern} from '../../lib/intern.ts';
import type {PodRow} from '../../model/pod.ts';
import type {WantedLog} from './sources.ts';

/** As their own charts label them. */
const CONTROLLERS = 'app.kubernetes.io/name in (ingress-nginx,traefik,contour,emissary-ingress,haproxy-ingress)';

/** More of them share the load, and their logs are long. */
const PODS_MAX = 4;

/** The logs of the ingress controllers of the cluster, wherever they are. Throws FaultError. */
export async function readControllerPods(
	transport: Transport,
	signal: AbortSignal,
): Promise<readonly Pick<WantedLog, 'source' | 'run'>[]> {
	const query = new URLSearchParams({labelSelector: CONTROLLERS, limit: '20'});
	const answer = await transport.json({path: `/api/v1/pods?${query.toString()}`, signal});
	const {items = []} = answer as {readonly items?: readonly object[]};
	const intern = createIntern();
	const kind = kindById('pod');
	const pods = items.flatMap(item => {
		try {
			// A list leaves out what all its items have in common.
			return [kind?.project({apiVersion: 'v1', kind: 'Pod', ...item} as never, intern) as PodRow];
		} catch {
			return [];
		}
	});
	return pods
		.filter(({phase}) => phase === 'Running')
		.slice(0, PODS_MAX)
		.flatMap(pod => wantedOf(pod));
}

function wantedOf({uid, namespace, name, containers}: PodRow): readonly Pick<WantedLog, 'source' | 'run'>[] {
	const container = containers.find(({role}) => role === 'app');
	if (container === undefined) return [];
	const source = {
		key: `${uid}/${container.name}`,
		namespace,
		pod: name,
		podUid: uid,
		container: container.name,
		previous: false,
		revision: '',
		service: '',
	};
	return [{source, run: `${container.restarts}`}];
}
