import type {KubeObject} from '../objects.ts';
import {apiDeployment, apiSurroundings, type ApiRevision} from './api.ts';
import {mailerDeployment, nodeAgent, platform, postgres, workerDeployment} from './backing.ts';
import {namespaceObject, PLATFORM, SHOP} from './names.ts';
import {nodes} from './nodes.ts';
import {serviceObject} from './workload.ts';

/** The revisions of the api, the oldest first. */
export const apiRevisions = {
	first: {version: '1.8.0', cause: 'api 1.8.0: recommendations'},
	second: {version: '1.8.1', cause: 'api 1.8.1: faster search'},
	third: {version: '1.8.2', cause: 'api 1.8.2: round prices'},
} as const satisfies Record<string, ApiRevision>;

/** The shop as it was at the beginning: all of it in its first revision. */
export function shopObjects(): KubeObject[] {
	return [
		...['default', 'kube-system'].map(name => namespaceObject(name)),
		namespaceObject(SHOP, {team: 'orders'}),
		namespaceObject(PLATFORM, {team: 'platform'}),
		...nodes(),
		...postgres(),
		...apiSurroundings(),
		apiDeployment(apiRevisions.first),
		workerDeployment('2.1.0', 'worker 2.1.0'),
		mailerDeployment('1.4.0', 'mailer 1.4.0'),
		serviceObject(SHOP, 'mailer', 'http', 80),
		nodeAgent(),
		...platform(),
	];
}
