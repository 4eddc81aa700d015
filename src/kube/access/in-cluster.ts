import type {Kubeconfig} from './kubeconfig.ts';
import {CREDENTIAL_BYTES_MAX, type Outside} from './outside.ts';

/**
 * Where every pod finds its service account.
 * Source: https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/
 */
const FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount';

const NAME = 'in-cluster';

/** The kubeconfig that the pod we run in amounts to; undefined outside of a cluster. */
export async function inClusterConfig({environment, files}: Outside): Promise<Kubeconfig | undefined> {
	const host = environment['KUBERNETES_SERVICE_HOST'];
	const port = environment['KUBERNETES_SERVICE_PORT'];
	const read = (file: string): Promise<string | undefined> =>
		files.read(`${FOLDER}/${file}`, CREDENTIAL_BYTES_MAX).then(
			bytes => bytes.toString().trim(),
			() => undefined,
		);
	if (!host || !port || !(await read('token'))) return undefined;
	const namespace = await read('namespace');
	const hasAuthority = (await read('ca.crt')) !== undefined;
	const server = `https://${host.includes(':') ? `[${host}]` : host}:${port}`;
	const placed = <Entry>(entry: Entry): ReadonlyMap<string, {file: string; entry: Entry}> =>
		new Map([[NAME, {file: FOLDER, entry}]]);
	return {
		currentContext: NAME,
		clusters: placed({server, ...(hasAuthority && {'certificate-authority': `${FOLDER}/ca.crt`})}),
		users: placed({tokenFile: `${FOLDER}/token`}),
		contexts: placed({cluster: NAME, user: NAME, ...(namespace && {namespace})}),
		files: [FOLDER],
	};
}
