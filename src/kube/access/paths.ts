import {dirname, isAbsolute, join} from 'node:path';

/** A path of a kubeconfig starts from the folder that the kubeconfig is in. */
export function besideFile(kubeconfig: string, path: string): string {
	return isAbsolute(path) ? path : join(dirname(kubeconfig), path);
}
