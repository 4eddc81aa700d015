import {exitName} from '../model/exit-code.ts';
import type {RestartCount} from '../kinds/contract.ts';
import type {PodRow} from '../model/pod.ts';
import type {Owner, Row} from '../model/row.ts';
import {newRestarts} from './new-restarts.ts';
import {type Restart, wordsOfRestart} from './restart.ts';

/** The restarts of one container that ended alike, inside the window: a line of the restarts pane. */
export interface RestartGroup extends Row {
	readonly kind: 'restart';
	/** Of the pod, like `namespace`; `uid` is the group's own. */
	readonly name: string;
	readonly podUid: string;
	readonly container: string;
	/** `exit 3 (application startup failed)`, `OOMKilled at 256Mi`. */
	readonly words: string;
	readonly count: number;
	readonly atLeast: boolean;
	/** The newest of them, milliseconds since 1970. */
	readonly at: number;
	readonly workloadUid: string | undefined;
}

/** What restarted lately. The restarts of a deleted pod stay until their time is over. */
export interface RestartLedger {
	/** Takes note of what restarted between two looks at a pod; without `before` it is the first look. */
	observe(before: PodRow | undefined, after: PodRow, now: number): void;
	/** Finds the workloads of restarts whose ReplicaSet was not known, and forgets what is too old. */
	settle(workloadOf: (owner: Owner) => string | undefined, now: number): void;
	/** Of a pod, its owner, or its workload, inside the window. */
	countOf(uid: string, now: number): RestartCount;
	/** All, or those of one workload, the newest first. */
	groups(workloadUid: string | undefined, now: number): readonly RestartGroup[];
	/** All that are remembered, the oldest first. */
	all(): readonly Restart[];
}

/** What RST/10m counts. */
const RESTART_WINDOW_MS = 10 * 60_000;

/** Of a thousand crashing pods, two restarts each: more than anybody reads, less than a megabyte. */
const RESTARTS_MAX = 2000;

/** @param keptMs how long a restart is remembered: at least the window */
export function createRestartLedger(keptMs: number): RestartLedger {
	/** The oldest first; the same holds for each list of `byUid`. */
	const restarts: Entry[] = [];
	/** By pod, by owner, by workload. */
	const byUid = new Map<string, Entry[]>();
	const homeless = new Set<Entry>();

	const file = (uid: string, entry: Entry): void => {
		const list = byUid.get(uid);
		if (list === undefined) byUid.set(uid, [entry]);
		else insertByTime(list, entry);
	};
	const unfile = (uid: string | undefined, entry: Entry): void => {
		if (uid === undefined) return;
		const left = byUid.get(uid)?.filter(other => other !== entry) ?? [];
		if (left.length === 0) byUid.delete(uid);
		else byUid.set(uid, left);
	};
	const forgetOldest = (): void => {
		const entry = restarts.shift();
		if (entry === undefined) return;
		homeless.delete(entry);
		for (const uid of uidsOf(entry)) unfile(uid, entry);
	};

	return {
		observe(before, after, now) {
			// A pod that we had lost from sight for a moment: what it shows as its past is noted already.
			if (before === undefined && byUid.has(after.uid)) return;
			for (const restart of newRestarts(before, after, now, RESTART_WINDOW_MS)) {
				const entry: Entry = {...restart, owner: after.owner};
				insertByTime(restarts, entry);
				for (const uid of uidsOf(entry)) file(uid, entry);
				if (entry.owner !== undefined) homeless.add(entry);
				if (restarts.length > RESTARTS_MAX) forgetOldest();
			}
		},
		settle(workloadOf, now) {
			while (restarts[0] !== undefined && restarts[0].at <= now - keptMs) forgetOldest();
			for (const entry of homeless) {
				const workloadUid = entry.owner && workloadOf(entry.owner);
				if (workloadUid === undefined) continue;
				homeless.delete(entry);
				entry.workloadUid = workloadUid;
				if (workloadUid !== entry.ownerUid) file(workloadUid, entry);
			}
		},
		countOf(uid, now) {
			let [count, atLeast] = [0, false];
			for (const restart of byUid.get(uid) ?? []) {
				if (restart.at <= now - RESTART_WINDOW_MS) continue;
				count += restart.count;
				atLeast ||= restart.atLeast;
			}
			return {count, atLeast};
		},
		groups(workloadUid, now) {
			const groups = new Map<string, RestartGroup>();
			for (const restart of workloadUid === undefined ? restarts : (byUid.get(workloadUid) ?? [])) {
				if (restart.at <= now - RESTART_WINDOW_MS) continue;
				const group = groupOf(restart);
				const {count = 0, atLeast = false} = groups.get(group.uid) ?? {};
				groups.set(group.uid, {...group, count: count + restart.count, atLeast: atLeast || restart.atLeast});
			}
			return [...groups.values()].toSorted((a, b) => b.at - a.at || (a.uid < b.uid ? -1 : 1));
		},
		all: () => restarts,
	};
}

interface Entry extends Restart {
	/** Found out later. */
	workloadUid: string | undefined;
	readonly owner: Owner | undefined;
}

/** Under what an entry is filed, each uid once: the owner may be the workload. */
function uidsOf({podUid, ownerUid, workloadUid}: Restart): ReadonlySet<string> {
	return new Set([podUid, ownerUid, workloadUid].filter(uid => uid !== undefined));
}

/** Nearly always at the end: they come about in the order in which they happen. */
function insertByTime(list: Entry[], entry: Entry): void {
	const index = list.findLastIndex(({at}) => at <= entry.at);
	list.splice(index + 1, 0, entry);
}

function groupOf(restart: Restart): RestartGroup {
	const {pod, podUid, namespace, container, exit, count, atLeast, at, workloadUid} = restart;
	return {
		kind: 'restart',
		uid: `${podUid}/${container}/${exit === undefined ? '' : exitName(exit)}`,
		name: pod,
		namespace,
		createdAt: at,
		deletedAt: undefined,
		labels: {},
		owner: undefined,
		podUid,
		container,
		words: wordsOfRestart(restart),
		count,
		atLeast,
		at,
		workloadUid,
	};
}
