import type {ClaimRow, ConfigMapRow, SecretRow} from '../model/config.ts';
import type {EventRow, NamespaceRow} from '../model/event.ts';
import type {EndpointSliceRow, IngressRow, ServiceObjectRow} from '../model/network.ts';
import type {ContainerRow, PodRow} from '../model/pod.ts';
import type {Row} from '../model/row.ts';
import type {Usage} from '../model/usage.ts';
import type {AutoscalerRow, CronJobRow, JobRow, NodeRow, RevisionRow, WorkloadRow} from '../model/workload.ts';
import type {DatabaseState} from '../services/database/state.ts';
import type {ServiceRow} from '../services/service-row.ts';
import type {ServiceTraffic} from '../services/traffic/contract.ts';
import type {LastWords} from '../telemetry/last-words.ts';

/** The kinds that rules may look up, with the rows behind them. */
export interface RowOfKind {
	readonly pod: PodRow;
	readonly deployment: WorkloadRow;
	readonly statefulset: WorkloadRow;
	readonly daemonset: WorkloadRow;
	readonly replicaset: RevisionRow;
	readonly service: ServiceObjectRow;
	readonly endpointslice: EndpointSliceRow;
	readonly ingress: IngressRow;
	readonly hpa: AutoscalerRow;
	readonly job: JobRow;
	readonly cronjob: CronJobRow;
	readonly node: NodeRow;
	readonly namespace: NamespaceRow;
	readonly configmap: ConfigMapRow;
	readonly secret: SecretRow;
	readonly persistentvolumeclaim: ClaimRow;
	/** Looked up by the object that they are about (`Cluster.eventsOf`). */
	readonly event: EventRow;
}

/** The whole cluster as of one moment, for rules to look things up in. */
export interface Cluster {
	/** Milliseconds since 1970. */
	readonly now: number;
	/** Every object of a kind, in no order. */
	all<K extends keyof RowOfKind>(kind: K): Iterable<RowOfKind[K]>;
	/** Those of a namespace. */
	inNamespace<K extends keyof RowOfKind>(kind: K, namespace: string): Iterable<RowOfKind[K]>;
	named<K extends keyof RowOfKind>(kind: K, namespace: string, name: string): RowOfKind[K] | undefined;
	/** Whether the kind is listed whole: only then the absence of an object proves something. */
	knows(kind: keyof RowOfKind): boolean;
	/** The only namespace that is watched; empty: all are, and only then the pods of a node are all its pods. */
	readonly scope: string;
	/** The events about an object, the oldest first by their last time; at most 50 are kept. */
	eventsOf(object: Row): readonly EventRow[];
	/** The end of the log of the container's run before, or of the one that does not serve; undefined until it was read. */
	lastWordsOf(pod: PodRow, container: ContainerRow): LastWords | undefined;
	/**
	 * The first message that told why the container waits, since Kubernetes replaces it by one that does not (`Back-off pulling
	 * image`); empty when none was seen.
	 */
	firstReasonOf(pod: PodRow, container: ContainerRow): string;
	/** The pod of a Job that failed last and is gone: a Job whose containers restart in place deletes its pod when it gives up. */
	goneOf(job: JobRow): PodRow | undefined;
	/** What metrics.k8s.io measured of the pod. */
	usageOf(pod: PodRow): Usage | undefined;
	/** What the logs of its running pods tell of requests and troubles; undefined when they are not read. */
	trafficOf(service: ServiceRow): ServiceTraffic | undefined;
	/** The database server that it uses, with all who use it; undefined when its environment names none. */
	databaseOf(service: ServiceRow): DatabaseState | undefined;
	/** When the content of a ConfigMap or Secret changed last while we watched; undefined when it did not. */
	changedAt(config: ConfigMapRow | SecretRow): number | undefined;
	/** The services of the home screen whose pods a Service selects. */
	behind(service: ServiceObjectRow): readonly ServiceRow[];
	/** The Service that a host means, seen from a namespace: `postgres`, `postgres.shop.svc`, its cluster address. */
	serviceAt(host: string, namespace: string): ServiceObjectRow | undefined;
}
