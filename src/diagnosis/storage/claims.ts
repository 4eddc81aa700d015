import type {ClaimRow} from '../../model/config.ts';
import type {PodRow} from '../../model/pod.ts';
import type {Cluster} from '../cluster.ts';

/** Names of the PersistentVolumeClaims that a pod mounts, each once. */
export function claimNamesOf({spec}: PodRow): readonly string[] {
	return [...new Set(spec.volumes.flatMap(({claim}) => (claim === '' ? [] : [claim])))];
}

/** Those of them that are there. */
export function claimsOf(pod: PodRow, cluster: Cluster): readonly ClaimRow[] {
	if (!pod.spec.volumes.some(({claim}) => claim !== '')) return NO_CLAIMS;
	return claimNamesOf(pod).flatMap(name => cluster.named('persistentvolumeclaim', pod.namespace, name) ?? []);
}

const NO_CLAIMS: readonly ClaimRow[] = [];

/** `PersistentVolumeClaim data`, `PersistentVolumeClaims data-0 and data-1`: people and the scheduler call them so. */
export function claimWords(listedNames: string, count: number): string {
	return `PersistentVolumeClaim${count === 1 ? '' : 's'} ${listedNames}`;
}
