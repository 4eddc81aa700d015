import type {ContainerRow, PodRow} from '../model/pod.ts';
import type {Cluster} from './cluster.ts';
import {seenOn} from './evidence.ts';
import type {Evidence} from '../model/finding.ts';
import type {PodsSubject} from './subject.ts';

/** Why an image could not be pulled, as the texts of runtimes and registries tell it (containerd, Docker, CRI-O; distribution spec). */
export type PullFailure =
	| 'rate-limit'
	| 'unauthorized'
	| 'denied'
	| 'not-found'
	| 'platform'
	| 'dns'
	| 'tls'
	| 'network'
	| 'disk'
	| 'bad-name'
	| 'unknown';

/** The first that fits counts: a refusal may carry the words of several. */
const TEXTS: readonly (readonly [PullFailure, RegExp])[] = [
	['bad-name', /invalid reference format|InvalidImageName|couldn't parse image/i],
	['rate-limit', /toomanyrequests|429 Too Many Requests|pull rate limit/i],
	['denied', /pull access denied|may require authorization|requested access to the resource is denied/i],
	[
		'unauthorized',
		/no basic auth credentials|401 Unauthorized|403 Forbidden|insufficient_scope|authorization failed|failed to authorize|unauthorized:/i,
	],
	['platform', /no match for platform in manifest|no matching manifest for/i],
	[
		'not-found',
		/: not found|manifest unknown|manifest for .{1,300} not found|code = NotFound|repository .{1,300} not found/i,
	],
	['dns', /no such host|server misbehaving|Temporary failure in name resolution/i],
	['tls', /x509:|certificate signed by unknown authority|server gave HTTP response to HTTPS client/i],
	[
		'network',
		/i\/o timeout|connection refused|context deadline exceeded|TLS handshake timeout|network is unreachable|no route to host|EOF$/i,
	],
	['disk', /no space left on device/i],
];

export function pullFailureOf(message: string): PullFailure {
	return TEXTS.find(([, pattern]) => pattern.test(message))?.[0] ?? 'unknown';
}

/** The pods of one owner whose containers wait for one image, for one reason. */
export interface FailedPull {
	readonly failure: PullFailure;
	readonly image: string;
	readonly message: string;
	readonly pods: readonly PodRow[];
	readonly evidence: readonly Evidence[];
	/** When the oldest of these pods was made: it has been pulling since. */
	readonly since: number;
}

const PULLING: ReadonlySet<string> = new Set(['ErrImagePull', 'ImagePullBackOff', 'InvalidImageName']);

/** What of the pods of a subject waits for an image that does not come, by image and reason; `only` names the reasons that matter. */
export function failedPulls(
	subject: PodsSubject,
	cluster: Cluster,
	only: readonly PullFailure[],
): readonly FailedPull[] {
	const groups = new Map<string, {failure: PullFailure; image: string; message: string; pods: PodRow[]}>();
	for (const pod of subject.pods) {
		if (pod.ready) continue;
		for (const container of pod.containers) {
			if (container.state !== 'waiting' || !PULLING.has(container.reason)) continue;
			const message = messageOf(pod, container, cluster);
			const failure = container.reason === 'InvalidImageName' ? 'bad-name' : pullFailureOf(message);
			if (!only.includes(failure)) continue;
			const key = `${failure} ${container.image}`;
			const group = groups.get(key) ?? {failure, image: container.image, message, pods: []};
			group.pods.push(pod);
			groups.set(key, group);
		}
	}
	return [...groups.values()].map(group => ({
		...group,
		evidence: group.pods.slice(0, 2).map(pod => seenOn(pod, group.message)),
		since: Math.min(...group.pods.map(({createdAt}) => createdAt)),
	}));
}

/** The words of the failed pull, which the kubelet replaces by its back-off. */
function messageOf(pod: PodRow, container: ContainerRow, cluster: Cluster): string {
	const own = /^back-off/i.test(container.message) ? '' : container.message;
	return own || cluster.firstReasonOf(pod, container) || container.message;
}
