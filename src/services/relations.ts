import type {EndpointSliceRow, ServiceObjectRow} from '../model/network.ts';
import type {PodRow} from '../model/pod.ts';
import type {Owner, Row} from '../model/row.ts';
import type {AutoscalerRow, RevisionRow, WorkloadRow} from '../model/workload.ts';
import {createGroups} from './groups.ts';
import {createSelection} from './selection.ts';

export type RelatedRow = PodRow | WorkloadRow | RevisionRow | ServiceObjectRow | EndpointSliceRow | AutoscalerRow;

/** What belongs to a workload. */
export interface Parts {
	readonly workload: WorkloadRow;
	readonly pods: readonly PodRow[];
	readonly revisions: readonly RevisionRow[];
	readonly services: readonly ServiceObjectRow[];
	readonly slices: readonly EndpointSliceRow[];
	readonly autoscalers: readonly AutoscalerRow[];
}

/** Who belongs to whom, kept up with each row. Rows may come in any order, and what they point to may never come. */
export interface Relations {
	get(uid: string): RelatedRow | undefined;
	/**
	 * Puts `after` in the place of the row with this uid, or takes that away, and adds to `touched` the uids of the workloads that
	 * either belongs to. Returns the row that was there.
	 */
	replace(uid: string, after: RelatedRow | undefined, touched: Set<string>): RelatedRow | undefined;
	/** Undefined when there is no such workload. */
	partsOf(uid: string): Parts | undefined;
	/** The uid of the workload behind a pod's owner; undefined while its ReplicaSet is not known, or when nobody owns it. */
	workloadOfPods(owner: Owner | undefined): string | undefined;
	/** The workload that an object is, or belongs to. */
	workloadOfObject(uid: string): string | undefined;
	/** Uids of the workloads whose pods a Service selects. */
	workloadsBehind(service: ServiceObjectRow): readonly string[];
	/** All pods below an owner, through owners in between. */
	podsOwnedBy(uid: string): readonly PodRow[];
	revisionOf(pod: PodRow): RevisionRow | undefined;
}

export function createRelations(): Relations {
	const rows = new Map<string, RelatedRow>();
	const children = createGroups<PodRow | RevisionRow | WorkloadRow>();
	const selection = createSelection();
	const services = createGroups<ServiceObjectRow>();
	const slices = createGroups<EndpointSliceRow>();
	const workloads = createGroups<WorkloadRow>();
	const autoscalers = createGroups<AutoscalerRow>();

	const file = (row: RelatedRow, isThere: boolean): void => {
		if (isThere) rows.set(row.uid, row);
		else rows.delete(row.uid);
		if (row.kind === 'hpa') autoscalers.set(targetOf(row), row.uid, isThere ? row : undefined);
		else if (row.kind === 'endpointslice') slices.set(serviceOf(row), row.uid, isThere ? row : undefined);
		else if (row.kind === 'service') {
			services.set(nameOf(row), row.uid, isThere ? row : undefined);
			selection.fileService(row, isThere);
		} else {
			if (row.owner !== undefined) children.set(row.owner.uid, row.uid, isThere ? row : undefined);
			if (!isWorkload(row)) return;
			workloads.set(workloadName(row), row.uid, isThere ? row : undefined);
			selection.fileWorkload(row, isThere);
		}
	};

	const workloadOfPods = (owner: Owner | undefined): string | undefined => {
		if (owner?.kind !== 'ReplicaSet') return owner?.uid;
		return rows.get(owner.uid)?.owner?.uid;
	};

	const workloadsOf = (row: RelatedRow): readonly (string | undefined)[] => {
		if (row.kind === 'pod') return [workloadOfPods(row.owner)];
		if (row.kind === 'replicaset' || row.kind === 'controllerrevision') return [row.owner?.uid];
		if (row.kind === 'hpa') return [...workloads.of(targetOf(row))].map(({uid}) => uid);
		if (row.kind === 'service') return selection.workloadsOf(row).map(({uid}) => uid);
		if (row.kind === 'endpointslice') {
			return [...services.of(serviceOf(row))].flatMap(service =>
				selection.workloadsOf(service).map(({uid}) => uid),
			);
		}
		return [row.uid];
	};

	const touch = (row: RelatedRow, touched: Set<string>): void => {
		for (const workload of workloadsOf(row)) if (workload !== undefined) touched.add(workload);
	};

	const descendants = (uid: string, seen: Set<string>): readonly PodRow[] => {
		// Owners that own each other are nonsense, but nothing keeps a cluster from saying it.
		if (seen.has(uid)) return [];
		seen.add(uid);
		return [...children.of(uid)].flatMap(child => (child.kind === 'pod' ? [child] : descendants(child.uid, seen)));
	};

	return {
		workloadOfPods,
		workloadsBehind: service => selection.workloadsOf(service).map(({uid}) => uid),
		get: uid => rows.get(uid),
		replace(uid, after, touched) {
			const before = rows.get(uid);
			if (before !== undefined) {
				touch(before, touched);
				file(before, false);
			}
			if (after !== undefined) {
				file(after, true);
				touch(after, touched);
			}
			return before;
		},
		partsOf(uid) {
			const workload = rows.get(uid);
			if (workload === undefined || !isWorkload(workload)) return undefined;
			const selecting = selection.servicesOf(workload);
			return {
				workload,
				pods: descendants(uid, new Set()),
				revisions: [...children.of(uid)].filter(child => isRevision(child)),
				services: selecting,
				slices: selecting.flatMap(service => [...slices.of(nameOf(service))]),
				autoscalers: [...autoscalers.of(workloadName(workload))],
			};
		},
		workloadOfObject(uid) {
			const row = rows.get(uid);
			return row === undefined ? undefined : workloadsOf(row)[0];
		},
		podsOwnedBy: uid => descendants(uid, new Set()),
		revisionOf({owner, revisionHash}) {
			const set = owner === undefined ? undefined : rows.get(owner.uid);
			if (set === undefined || isRevision(set)) return set;
			return [...children.of(set.uid)].filter(child => isRevision(child)).find(({hash}) => hash === revisionHash);
		},
	};
}

const KINDS: ReadonlySet<string> = new Set<RelatedRow['kind']>([
	'pod',
	'deployment',
	'statefulset',
	'daemonset',
	'replicaset',
	'controllerrevision',
	'service',
	'endpointslice',
	'hpa',
]);

/** Whether a row is of a kind that is related to services. */
export function isRelated(row: Row): row is RelatedRow {
	return KINDS.has(row.kind);
}

export function isWorkload(row: Row): row is WorkloadRow {
	return row.kind === 'deployment' || row.kind === 'statefulset' || row.kind === 'daemonset';
}

export function isRevision(row: Row): row is RevisionRow {
	return row.kind === 'replicaset' || row.kind === 'controllerrevision';
}

/** `shop/api`: the names of Services and the labels of their slices meet here. */
function nameOf({namespace, name}: Row): string {
	return `${namespace}/${name}`;
}

function serviceOf({namespace, service}: EndpointSliceRow): string {
	return `${namespace}/${service}`;
}

/** `shop/deployment/api`: ids of kinds are the API's names in lower case. */
function workloadName({namespace, kind, name}: WorkloadRow): string {
	return `${namespace}/${kind}/${name}`;
}

function targetOf({namespace, target}: AutoscalerRow): string {
	return `${namespace}/${target.kind.toLowerCase()}/${target.name}`;
}
