import type {Facts, RestartCount} from '../kinds/contract.ts';
import type {Change} from '../model/change.ts';
import type {EventRow} from '../model/event.ts';
import type {Finding} from '../model/finding.ts';
import type {ServiceObjectRow} from '../model/network.ts';
import type {PodRow} from '../model/pod.ts';
import type {Row} from '../model/row.ts';
import type {RevisionRow, WorkloadRow} from '../model/workload.ts';
import {assemble} from './assemble.ts';
import {createBoard} from './board.ts';
import {noteChange, noteConfig, noteEvent, noteService} from './chronicle.ts';
import type {Happening} from './happening.ts';
import {createHistory} from './history.ts';
import {createRelations, isRelated, type RelatedRow} from './relations.ts';
import {createRestartLedger, type RestartGroup} from './restarts.ts';
import type {ServiceRow} from './service-row.ts';
import {createTimeline, type Moment, TIMELINE_MS} from './timeline.ts';

/** Joins workloads with all that belongs to them. Rows come in any order; only the services that they touch are made anew. */
export interface Join {
	/** Takes changes of any kind, and moves time on: call it without any now and then, for patience ends and windows close. */
	apply(changes: readonly Change[], now: number): void;
	/** By namespace and name. The same array when nothing changed, the same row for a service that did not. */
	services(): readonly ServiceRow[];
	/** The service of a workload's uid. */
	service(uid: string): ServiceRow | undefined;
	/** All pods below an owner, through ReplicaSets and Deployments in between. */
	podsOwnedBy(uid: string): readonly PodRow[];
	/** Uid of the workload that a pod belongs to, through its ReplicaSet; also of an owner that is none of ours. Undefined while it is not known. */
	workloadOf(pod: PodRow): string | undefined;
	/** The services whose pods a Service selects. */
	behind(service: ServiceObjectRow): readonly ServiceRow[];
	/** The ReplicaSet or ControllerRevision that a pod was made from. */
	revisionOf(pod: PodRow): RevisionRow | undefined;
	/** Restarts in the last ten minutes of a pod, a ReplicaSet or a workload. */
	restartsOf(row: Row, now: number): RestartCount;
	/** Restarts in the last ten minutes, of one workload or of all, the newest first. */
	recentRestarts(scope: string | undefined, now: number): readonly RestartGroup[];
	/** What happened in the last fifteen minutes, of one workload or of all, in the order of time. */
	moments(scope: string | undefined, from: number, to: number): readonly Moment[];
	/** Takes note of what the diagnosis says now, for the timeline. */
	judge(findings: readonly Finding[], now: number): void;
	/**
	 * All that is remembered of what happened, the newest thousand, in the order of time; of everything, or of one object and what
	 * belongs to it. The same array when nothing new happened.
	 * @param name of an object outside namespaces: what the kubelet tells of its node carries it in place of the uid
	 */
	happenings(scope: string | undefined, name?: string): readonly Happening[];
}

/** What waits is judged again this often: patience is counted in minutes. */
const LOOK_MS = 5000;

export function createJoin(): Join {
	const relations = createRelations();
	const board = createBoard();
	const ledger = createRestartLedger(TIMELINE_MS);
	const timeline = createTimeline();
	const history = createHistory();
	let lookedAt = 0;

	const take = (uid: string, after: RelatedRow | undefined, touched: Set<string>, now: number): void => {
		if (after !== undefined && relations.get(uid) === after) return;
		const before = relations.replace(uid, after, touched);
		if (after === undefined) return;
		timeline.observe(before, after, now);
		noteChange(history, before, after, now);
		if (after.kind === 'pod') ledger.observe(before?.kind === 'pod' ? before : undefined, after, now);
	};
	const hear = (before: Row | undefined, after: Row, now: number): void => {
		if (!isEvent(after)) {
			noteConfig(history, before, after, board.services, now);
			return;
		}
		timeline.hear(after, now);
		noteEvent(history, after);
	};
	/** Time alone changes what is not settled. */
	const lookAgain = (touched: Set<string>, now: number): void => {
		if (Math.abs(now - lookedAt) < LOOK_MS) return;
		lookedAt = now;
		timeline.forget(now);
		for (const service of board.services) if (!isSettled(service)) touched.add(service.uid);
	};
	const assembleAll = (touched: ReadonlySet<string>, now: number): void => {
		const facts: Facts = {
			now,
			usageOf: () => undefined,
			restartsOf: row => ledger.countOf(row.uid, now),
			trafficOf: () => undefined,
			connectionsOf: () => undefined,
		};
		const changed = new Map<string, ServiceRow | undefined>();
		for (const uid of touched) {
			const parts = relations.partsOf(uid);
			const before = board.get(uid);
			const after = parts && assemble(parts, before, facts);
			noteService(history, before, after, now);
			changed.set(uid, after);
		}
		board.update(changed);
	};

	const workloadAt = (uid: string): WorkloadRow | undefined => board.get(uid)?.workload;

	return {
		apply(changes, now) {
			const touched = new Set<string>();
			for (const {before, after} of changes) {
				const row = after ?? before;
				if (row === undefined) continue;
				if (isRelated(row)) take(row.uid, after && row, touched, now);
				else if (after !== undefined) hear(before, after, now);
			}
			ledger.settle(relations.workloadOfPods, now);
			timeline.settle(relations.workloadOfObject);
			history.settle(relations.workloadOfObject, now);
			lookAgain(touched, now);
			assembleAll(touched, now);
		},
		services: () => board.services,
		service: board.get,
		podsOwnedBy: relations.podsOwnedBy,
		workloadOf: pod => relations.workloadOfPods(pod.owner),
		behind: service => relations.workloadsBehind(service).flatMap(uid => board.get(uid) ?? []),
		revisionOf: relations.revisionOf,
		restartsOf: (row, now) => ledger.countOf(row.uid, now),
		recentRestarts: ledger.groups,
		moments: (scope, from, to) =>
			timeline.moments({
				scope,
				from,
				to,
				restarts: ledger.all(),
				troubles: history.troubles(scope, from, to),
				workload: workloadAt,
			}),
		judge: history.judge,
		happenings: (scope, name) => history.of(scope, name, workloadAt),
	};
}

function isEvent(row: Row): row is EventRow {
	return row.kind === 'event';
}

/** Nothing about it waits: only a change of an object can change it. */
function isSettled({mark, pods}: ServiceRow): boolean {
	return mark === 'healthy' && pods.every(({ready}) => ready);
}
