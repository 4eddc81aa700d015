import type {Pod} from '../pod-object.ts';
import type {Store} from '../storage/store.ts';

/** Pod addresses out of each node's range. */
export interface Addresses {
	/** The lowest of the pod's node that is free. */
	take(pod: Pod): string;
	give(pod: Pod): void;
}

export function createAddresses(store: Store): Addresses {
	const taken = new Set<string>();
	return {
		take({spec}) {
			const base = networkOf(store, spec.nodeName ?? '');
			// The first two belong to the network and its gateway.
			let last = 2;
			while (taken.has(`${base}.${last}`)) last += 1;
			taken.add(`${base}.${last}`);
			return `${base}.${last}`;
		},
		give({status}) {
			taken.delete(status.podIP ?? '');
		},
	};
}

/** The InternalIP of the node that a pod is on. */
export function hostIpOf({spec}: Pod, store: Store): string {
	const node = store.get('nodes', '', spec.nodeName ?? '');
	return node?.status.addresses?.find(({type}) => type === 'InternalIP')?.address ?? '127.0.0.1';
}

/** `10.244.3` of a node with spec.podCIDR `10.244.3.0/24`. */
function networkOf(store: Store, nodeName: string): string {
	const {podCIDR = '10.244.255.0/24'} = store.get('nodes', '', nodeName)?.spec ?? {};
	return podCIDR.split('.').slice(0, 3).join('.');
}
