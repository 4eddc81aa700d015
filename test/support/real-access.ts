import {dirname} from 'node:path';
import {loadAccess} from '../../src/kube/access/load-access.ts';
import {mergedConfig} from '../../src/kube/access/merged-config.ts';
import type {ClusterAccess} from '../../src/kube/ports.ts';
import {createClock} from '../../src/platform/clock.ts';
import {createFiles} from '../../src/platform/files.ts';
import {createProcesses} from '../../src/platform/processes.ts';

/** The way to the cluster of a kubeconfig. */
export async function accessOf(kubeconfig: string): Promise<ClusterAccess> {
	const outside = {
		environment: {},
		home: dirname(kubeconfig),
		files: createFiles(),
		processes: createProcesses(),
		clock: createClock(),
	};
	return loadAccess(outside, await mergedConfig(outside, kubeconfig));
}
