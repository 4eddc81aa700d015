import type {EventRow} from '../../../model/event.ts';
import type {PodSpec} from '../../../model/pod-spec.ts';
import type {PodRow} from '../../../model/pod.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {isBeingCreated} from '../../creation/being-created.ts';
import {isDue} from '../../due.ts';
import {heardOf} from '../../evidence.ts';
import {listed, oneLine, quoted} from '../../phrases.ts';
import {rollBackFirst} from '../../roll-back.ts';
import {unresolved} from '../../storage/mount-trouble.ts';
import type {PodsSubject} from '../../subject.ts';

/** On a new node the storage driver comes up beside the first pods. */
const GRACE_MS = 60_000;

export default defineRule({
	id: 'volume-mount-failed',
	title: 'a volume that cannot be mounted',
	why: 'The kubelet creates no container before all volumes are mounted.',
	remedy: 'Look at what the storage driver or the node says: a path, a right, a server that does not answer.',
	about: 'pods',
	reads: ['pod', 'event', 'workload'],
	place: 'cause',
	*find(subject, cluster) {
		for (const [volumes, {pods, event, pod}] of failedMounts(subject, cluster)) {
			const claims = pod.spec.volumes.filter(
				({name, claim}) => claim !== '' && volumes.split(', ').includes(name),
			);
			const claim =
				claims.length === 0
					? ''
					: ` (PersistentVolumeClaim ${listed(
							claims.map(one => one.claim),
							2,
						)})`;
			const why = coreOf(event.message);
			yield {
				key: volumes,
				verdict: 'struggling',
				confidence: 'certain',
				title: `${subject.who} cannot mount volume ${oneLine(volumes, 60)}${claim}: ${oneLine(why, 70)}`.replace(
					/[.…\s]+$/,
					'',
				),
				because: `tried on ${listed([...new Set(pods.map(({node}) => node))].toSorted(), 3)}`,
				pods,
				evidence: [heardOf(event, pod, quoted(event.message))],
				since: event.firstAt,
				next: [...rollBackFirst(subject), `look at node ${pod.node} and the driver of the volume`],
			};
		}
	},
});

interface FailedMount {
	readonly pod: PodRow;
	readonly pods: PodRow[];
	readonly event: EventRow;
}

/** By the names of the volumes. That a volume is not attached yet, or that a ConfigMap is missing, is told by others. */
function failedMounts(subject: PodsSubject, cluster: Cluster): ReadonlyMap<string, FailedMount> {
	const failed = new Map<string, FailedMount>();
	for (const pod of subject.pods) {
		if (!isBeingCreated(pod) || unresolved(pod, 'FailedAttachVolume', cluster) !== undefined) continue;
		const event = unresolved(pod, 'FailedMount', cluster) ?? unresolved(pod, 'FailedMapVolume', cluster);
		if (event === undefined) continue;
		const specific = cluster
			.eventsOf(pod)
			.findLast(({reason, message}) => reason === event.reason && SETUP.test(message));
		// That it timed out says less than why it failed the last time.
		const telling = specific ?? event;
		const volumes = volumesOf(telling.message, pod.spec);
		if (volumes === undefined || !isDue(subject, cluster, telling.firstAt, GRACE_MS)) continue;
		const known = failed.get(volumes) ?? {pod, pods: [], event: telling};
		known.pods.push(pod);
		failed.set(volumes, known);
	}
	return failed;
}

const SETUP = /^\w{1,30}\.\w{1,30} (?:initialization )?failed for volume "(?<name>[^"]{1,253})"/;
const UNMOUNTED = /unmounted volumes=\[(?<names>[^\]]{1,1000})\]/;

/** The names that the message tells; undefined when all of them are of ConfigMaps, Secrets and tokens. */
function volumesOf(message: string, {volumes}: PodSpec): string | undefined {
	if (ABOUT_CONFIG.test(message)) return undefined;
	const names = SETUP.exec(message)?.groups?.['name'] ?? UNMOUNTED.exec(message)?.groups?.['names'];
	if (names === undefined) return undefined;
	const others = names.split(/[ ,]+/).filter(name => {
		const isConfig = volumes.some(volume => volume.name === name && volume.config !== undefined);
		return !isConfig && !name.startsWith('kube-api-access-');
	});
	return others.length === 0 ? undefined : others.join(', ');
}

const ABOUT_CONFIG =
	/: (?:configmap|secret)s? "|references non-existent (?:config|secret) key|failed to sync (?:configmap|secret) cache|object "[^"]{1,253}"\/"[^"]{1,253}" not registered/;

/** What follows the name of the volume, without the codes in which it is wrapped. */
function coreOf(message: string): string {
	const rest = message.replace(SETUP, '').replace(/^ : /, '');
	if (UNMOUNTED.test(message)) return 'timed out';
	const description = rest.lastIndexOf(' desc = ');
	return description === -1 ? rest : rest.slice(description + ' desc = '.length);
}
