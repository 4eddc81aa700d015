import type {EventRow, NamespaceRow} from '../model/event.ts';
import type {IngressRow, ServiceObjectRow} from '../model/network.ts';
import type {PodRow} from '../model/pod.ts';
import type {Row} from '../model/row.ts';
import type {AutoscalerRow, CronJobRow, JobRow, NodeRow, WorkloadRow} from '../model/workload.ts';
import type {ServiceRow} from '../services/service-row.ts';

/** What a rule may be about; each is looked at by itself. `pods` is whoever owns pods: a workload, a job, a pod that nobody owns. */
export type SubjectKind = keyof SubjectOfKind;

interface SubjectOfKind {
	readonly pods: PodsSubject;
	readonly workload: WorkloadSubject;
	readonly job: ObjectSubject<JobRow> & Omit<PodsSubject, 'object'>;
	readonly cronjob: ObjectSubject<CronJobRow>;
	readonly service: ObjectSubject<ServiceObjectRow>;
	readonly ingress: ObjectSubject<IngressRow>;
	readonly hpa: ObjectSubject<AutoscalerRow>;
	readonly node: ObjectSubject<NodeRow>;
	readonly namespace: ObjectSubject<NamespaceRow>;
}

export type Subject<Kind extends SubjectKind> = SubjectOfKind[Kind];

interface ObjectSubject<R extends Row> {
	/** Whom findings are about. */
	readonly object: R;
	/** The events about it, the oldest first. */
	readonly events: readonly EventRow[];
	/** The rule wants to be asked again at that moment though nothing changes: a deadline, the end of a grace. */
	lookAgainAt(at: number): void;
}

/** Whoever owns pods. */
export interface PodsSubject extends ObjectSubject<Row> {
	/**
	 * The pods that count: neither ending nor finished, and while a rollout is under way only those of the newest revision. The others
	 * are about to go, and what is wrong with them is not asked any more.
	 */
	readonly pods: readonly PodRow[];
	/** The pods of older revisions that still serve during a rollout. */
	readonly oldPods: readonly PodRow[];
	/** Every pod there is, the finished and the ending ones too. */
	readonly allPods: readonly PodRow[];
	/** A new revision is on its way, well or not. */
	readonly isRolling: boolean;
	/** `New pods` during a rollout, else `Pods`: the beginning of a title. */
	readonly who: string;
	/** ` of rev 42` during a rollout, else empty. */
	readonly ofRevision: string;
	/** The newest revision, `rev 42`; empty for what has none. */
	readonly revision: string;
	/** When a workload: its row on the home screen. */
	readonly service: ServiceRow | undefined;
	/** What to do when the newest revision is at fault: `roll back to rev 41 (api:1.8.2)`; undefined when there is nothing to go back to. */
	readonly rollBack: string | undefined;
}

/** A Deployment, StatefulSet or DaemonSet. */
export interface WorkloadSubject extends PodsSubject {
	readonly object: WorkloadRow;
	readonly service: ServiceRow;
}
