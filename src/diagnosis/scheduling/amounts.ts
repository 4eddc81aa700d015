import {formatCpu, formatMemory} from '../../model/quantity.ts';
import type {PodRow} from '../../model/pod.ts';
import type {NodeRow} from '../../model/workload.ts';

/** What the scheduler reckons with for a pod: cores, bytes or pieces; 0 when it requests nothing of it. */
export function requestOf(pod: PodRow, resource: string): number {
	if (resource !== 'cpu' && resource !== 'memory') return pod.spec.placement.requests[resource] ?? 0;
	let [together, before, peak] = [0, 0, 0];
	for (const {role, requests} of pod.containers) {
		const amount = requests[resource] ?? 0;
		// A plain init container runs beside the sidecars that were started before it.
		if (role === 'init') peak = Math.max(peak, before + amount);
		else together += amount;
		if (role === 'sidecar') before += amount;
	}
	return Math.max(pod.requests[resource] ?? together, peak);
}

/** What pods may request on a node altogether; 0 when it has none of it. */
export function allocatableOf({allocatable}: NodeRow, resource: string): number {
	if (resource === 'cpu' || resource === 'memory') return allocatable[resource] ?? 0;
	return allocatable.others[resource] ?? 0;
}

/** Amounts of a resource so that a person sees which is larger: `2000m` and `1970m`, not `2` and `2`; `1500m` beside `500m`, not `1.5`. */
export function amountWords(resource: string, amounts: readonly number[]): readonly string[] {
	const short = amounts.map(amount => shortWords(resource, amount));
	const isPlain = amounts.every((amount, index) => short.indexOf(short[index] ?? '') === amounts.indexOf(amount));
	const isMixed = short.some(text => text.endsWith('m')) && short.some(text => /^\d+\.\d+$/.test(text));
	return isPlain && !isMixed ? short : amounts.map(amount => exactWords(resource, amount));
}

/** `2`, `500m`, `1.5Gi`, `4`. */
function shortWords(resource: string, amount: number): string {
	if (resource === 'cpu') return formatCpu(amount);
	return isBytes(resource) ? formatMemory(amount) : String(amount);
}

function exactWords(resource: string, amount: number): string {
	if (resource === 'cpu') return `${Math.round(amount * 1000)}m`;
	if (!isBytes(resource)) return String(amount);
	const mebi = amount / 2 ** 20;
	return mebi >= 1024 ? `${Math.round(mebi)}Mi` : `${Math.round(amount / 1024)}Ki`;
}

function isBytes(resource: string): boolean {
	return resource === 'memory' || resource === 'ephemeral-storage' || resource.startsWith('hugepages-');
}

/** `64 CPU`, `2Gi of memory`, `4 nvidia.com/gpu`. */
export function amountOfWords(resource: string, amount: string): string {
	return `${amount} ${isBytes(resource) ? 'of ' : ''}${resourceWords(resource)}`;
}

/** As a person says it: `CPU`, `memory`, `local disk (ephemeral-storage)`, `nvidia.com/gpu`. */
export function resourceWords(resource: string): string {
	if (resource === 'cpu') return 'CPU';
	return resource === 'ephemeral-storage' ? 'local disk (ephemeral-storage)' : resource;
}
