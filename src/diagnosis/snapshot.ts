import type {Change} from '../model/change.ts';
import type {ConfigMapRow, SecretRow} from '../model/config.ts';
import type {EventRow} from '../model/event.ts';
import type {ServiceObjectRow} from '../model/network.ts';
import type {ContainerRow, PodRow} from '../model/pod.ts';
import type {Row} from '../model/row.ts';
import type {UsageTable} from '../model/usage.ts';
import type {DatabaseState} from '../services/database/state.ts';
import type {Join} from '../services/join.ts';
import type {ServiceTraffic} from '../services/traffic/contract.ts';
import type {LastWords} from '../telemetry/last-words.ts';
import type {Cluster, RowOfKind} from './cluster.ts';
import {createEventIndex} from './events.ts';
import {createFirstReasons} from './first-reasons.ts';
import {createGonePods} from './gone-pods.ts';
import {createServiceHosts} from '../services/service-hosts.ts';

/** The rows of a kind, as the store keeps them. */
export interface Rows {
	readonly rows: ReadonlyMap<string, Row>;
	/** The first list is whole. */
	readonly complete: boolean;
}

/** What the engine is given with each commit. */
export interface Commit {
	readonly collections: Readonly<Record<string, Rows>>;
	readonly changes: readonly Change[];
	readonly join: Pick<Join, 'services' | 'service' | 'workloadOf' | 'behind' | 'podsOwnedBy'>;
	readonly usage: UsageTable;
	/** Of a container, by `pod uid/container`. */
	readonly lastWords: ReadonlyMap<string, LastWords>;
	/** By the uid of a service, which is that of its workload; missing when no logs are followed. */
	readonly traffic?: (service: string) => ServiceTraffic | undefined;
	/** Uids of the services of which it tells something new. Windows move with time: once in five seconds is often enough. */
	readonly trafficChanged?: ReadonlySet<string>;
	/** By the uid of a service; missing when nobody looks after databases. */
	readonly databaseOf?: (service: string) => DatabaseState | undefined;
	/** Uids of the services of whose database there is news. */
	readonly databasesChanged?: ReadonlySet<string>;
	readonly now: number;
	/** The only namespace that is watched; empty or missing: all are. */
	readonly namespace?: string;
}

/** The cluster that rules see, kept up with each commit. */
export interface Snapshot {
	/** Takes what changed, before anything is asked. */
	take(commit: Commit): void;
	readonly cluster: Cluster;
}

/** As events name objects. */
const OBJECT_KINDS: Readonly<Record<string, string>> = {
	pod: 'Pod',
	deployment: 'Deployment',
	statefulset: 'StatefulSet',
	daemonset: 'DaemonSet',
	replicaset: 'ReplicaSet',
	job: 'Job',
	cronjob: 'CronJob',
	service: 'Service',
	ingress: 'Ingress',
	hpa: 'HorizontalPodAutoscaler',
	node: 'Node',
	namespace: 'Namespace',
	persistentvolumeclaim: 'PersistentVolumeClaim',
};

export function createSnapshot(): Snapshot {
	const events = createEventIndex();
	const reasons = createFirstReasons();
	const hosts = createServiceHosts();
	const names = new Map<string, Row>();
	const changedAt = new Map<string, number>();
	const gone = createGonePods();
	let commit: Commit | undefined;

	const rowsOf = (kind: string): ReadonlyMap<string, Row> => commit?.collections[kind]?.rows ?? NO_ROWS;
	const file = ({before, after}: Change, now: number): void => {
		const row = after ?? before;
		if (row === undefined) return;
		if (row.kind === 'event') {
			events.replace(before as EventRow | undefined, after as EventRow | undefined);
			reasons.hear(after as EventRow | undefined);
			return;
		}
		if (row.kind === 'pod') {
			reasons.see(before as PodRow | undefined, after as PodRow | undefined);
			if (after === undefined) gone.keep(row as PodRow);
			return;
		}
		const name = nameOf(row);
		if (after !== undefined) names.set(name, after);
		// Another one may have taken the name before this one was seen to go.
		else if (names.get(name)?.uid === row.uid) names.delete(name);
		if (row.kind === 'service') hosts.file(row as ServiceObjectRow, after !== undefined);
		if (isConfig(before) && isConfig(after) && before.version !== after.version) changedAt.set(after.uid, now);
		if (after === undefined) changedAt.delete(row.uid);
	};

	const cluster: Cluster = {
		get now() {
			return commit?.now ?? 0;
		},
		all: kind => rowsOf(kind).values() as Iterable<never>,
		*inNamespace(kind, namespace) {
			for (const row of rowsOf(kind).values()) if (row.namespace === namespace) yield row as never;
		},
		named: <K extends keyof RowOfKind>(kind: K, namespace: string, name: string) =>
			names.get(`${kind}/${namespace}/${name}`) as RowOfKind[K] | undefined,
		get scope() {
			return commit?.namespace ?? '';
		},
		knows: kind => commit?.collections[kind]?.complete === true,
		eventsOf: object => events.of(object, OBJECT_KINDS[object.kind]),
		lastWordsOf: (pod: PodRow, {name}: ContainerRow) => commit?.lastWords.get(`${pod.uid}/${name}`),
		firstReasonOf: (pod, container) => reasons.of(pod, container),
		goneOf: ({uid}) => gone.of(uid),
		usageOf: ({namespace, name}) => commit?.usage.pods.get(`${namespace}/${name}`),
		trafficOf: ({uid}) => commit?.traffic?.(uid),
		databaseOf: ({uid}) => commit?.databaseOf?.(uid),
		changedAt: ({uid}) => changedAt.get(uid),
		behind: service => commit?.join.behind(service) ?? [],
		serviceAt: (host, namespace) => hosts.find(host, namespace),
	};
	return {
		take(next) {
			commit = next;
			for (const change of next.changes) file(change, next.now);
		},
		cluster,
	};
}

const NO_ROWS: ReadonlyMap<string, Row> = new Map();

function nameOf({kind, namespace, name}: Row): string {
	return `${kind}/${namespace}/${name}`;
}

function isConfig(row: Row | undefined): row is ConfigMapRow | SecretRow {
	return row?.kind === 'configmap' || row?.kind === 'secret';
}
