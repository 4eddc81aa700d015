import {writeFileSync} from 'node:fs';
import {join} from 'node:path';

/** A kubeconfig of one context, `here`: its cluster and its user, with the names of their fields in the file. */
export function writeKubeconfig(
	folder: string,
	cluster: Readonly<Record<string, unknown>>,
	user: Readonly<Record<string, unknown>> = {},
): string {
	const path = join(folder, 'kubeconfig');
	const config = {
		apiVersion: 'v1',
		kind: 'Config',
		'current-context': 'here',
		clusters: [{name: 'here', cluster}],
		users: [{name: 'me', user}],
		contexts: [{name: 'here', context: {cluster: 'here', user: 'me', namespace: 'shop'}}],
	};
	writeFileSync(path, JSON.stringify(config));
	return path;
}

/** A user whom a program logs in: a shell script, written here. */
export function execUser(folder: string, script: string): Readonly<Record<string, unknown>> {
	const path = join(folder, 'login-program');
	writeFileSync(path, `#!/bin/sh\n${script}\n`, {mode: 0o755});
	return {
		exec: {apiVersion: 'client.authentication.k8s.io/v1', command: './login-program', interactiveMode: 'Never'},
	};
}
