import type {EventRow} from '../../model/event.ts';
import type {Evidence} from '../../model/finding.ts';
import type {PodRow} from '../../model/pod.ts';
import type {Cluster} from '../cluster.ts';
import {heardOf} from '../evidence.ts';
import type {PodsSubject} from '../subject.ts';
import {isBeingCreated, takenAt} from './being-created.ts';
import {coreOfRuntime} from './runtime-message.ts';

/** The pods of one owner for which no sandbox, that is no network, can be made. */
export interface SandboxFailure {
	readonly pods: readonly PodRow[];
	/** Names of the nodes, sorted. */
	readonly nodes: readonly string[];
	/** The core of the newest message. */
	readonly message: string;
	readonly evidence: readonly Evidence[];
	/** Milliseconds since 1970. */
	readonly since: number;
}

/** CNI plugins of clouds and others, when no address is left (AWS, host-local, Azure, Cilium, Calico). */
const NO_ADDRESS =
	/failed to assign an IP address to container|no IP addresses available in range set|InsufficientFreeAddressesInSubnet|InsufficientCidrBlocks|no available IP\/Prefix addresses|IP_SPACE_EXHAUSTED|No available addresses|not enough IPs available|InsufficientSubnetSize|no IPs currently available|range is full|no more free addresses|No IPs available in pools/i;

/** Of those that fail for lack of addresses, or of the others. Undefined when there are none. */
export function sandboxFailure(
	subject: PodsSubject,
	cluster: Cluster,
	{forAddresses}: {readonly forAddresses: boolean},
): SandboxFailure | undefined {
	const failed = subject.pods.flatMap(pod => {
		const event = refusedSandbox(pod, cluster);
		if (event === undefined || NO_ADDRESS.test(event.message) !== forAddresses) return [];
		subject.lookAgainAt(event.lastAt + HEARD_MS);
		return {pod, event};
	});
	const [newest] = failed.toSorted((a, b) => b.event.lastAt - a.event.lastAt);
	if (newest === undefined) return undefined;
	return {
		pods: failed.map(({pod}) => pod),
		nodes: [...new Set(failed.map(({pod}) => pod.node))].toSorted(),
		message: coreOfRuntime(newest.event.message, 300),
		evidence: failed.slice(0, 2).map(({pod, event}) => heardOf(event, pod, coreOfRuntime(event.message, 500))),
		since: Math.min(...failed.map(({pod, event}) => Math.max(event.firstAt, takenAt(pod)))),
	};
}

/** How many pods of a node wait for a sandbox, whoever owns them: one, or all? */
export function waitingOn(node: string, cluster: Cluster): number {
	let count = 0;
	for (const pod of cluster.all('pod'))
		if (pod.node === node && refusedSandbox(pod, cluster) !== undefined) count += 1;
	return count;
}

const FAILED = 'FailedCreatePodSandBox';

/** The kubelet tries every quarter of a minute or so; when nothing was heard for long, it is something else that it waits for. */
const HEARD_MS = 5 * 60_000;

/** The newest refusal, unless the sandbox was made since: then the pod has an address, or its containers are seen to. */
function refusedSandbox(pod: PodRow, cluster: Cluster): EventRow | undefined {
	if (pod.ip !== '' || !isBeingCreated(pod)) return undefined;
	const events = cluster.eventsOf(pod);
	const event = events.findLast(({reason}) => reason === FAILED);
	if (event === undefined || cluster.now - event.lastAt >= HEARD_MS) return undefined;
	const isMade = events.some(
		({reason, container, lastAt}) => reason !== FAILED && container !== '' && lastAt >= event.lastAt,
	);
	return isMade ? undefined : event;
}
