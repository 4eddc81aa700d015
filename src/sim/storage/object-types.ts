import type {Autoscaler, EndpointSlice, EventObject, KubeObject, Node, Service} from '../objects.ts';
import type {Pod} from '../pod-object.ts';
import type {ControllerRevision, DaemonSet, Deployment, Job, ReplicaSet, StatefulSet} from '../workload-objects.ts';

/** What is kept under a plural; any other plural holds plain objects. */
interface ObjectTypes {
	readonly pods: Pod;
	readonly nodes: Node;
	readonly services: Service;
	readonly events: EventObject;
	readonly deployments: Deployment;
	readonly replicasets: ReplicaSet;
	readonly statefulsets: StatefulSet;
	readonly daemonsets: DaemonSet;
	readonly controllerrevisions: ControllerRevision;
	readonly jobs: Job;
	readonly horizontalpodautoscalers: Autoscaler;
	readonly endpointslices: EndpointSlice;
}

export type ObjectOf<Plural extends string> = Plural extends keyof ObjectTypes ? ObjectTypes[Plural] : KubeObject;
