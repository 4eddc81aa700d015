import type {Cluster} from '../cluster.ts';

/** `linux/arm64`, as the kubelet labels its node; undefined when the node cannot be seen. */
export function platformOf(node: string, cluster: Cluster): string | undefined {
	const labels = cluster.named('node', '', node)?.labels;
	const architecture = labels?.['kubernetes.io/arch'];
	return architecture === undefined ? undefined : `${labels?.['kubernetes.io/os'] ?? 'linux'}/${architecture}`;
}
