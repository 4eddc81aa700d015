import {formatAge} from '../lib/age.ts';
import type {ConfigMapRow, SecretRow} from '../model/config.ts';
import type {EventRow} from '../model/event.ts';
import type {Finding, ObjectRef} from '../model/finding.ts';
import type {PodRow} from '../model/pod.ts';
import type {Mark, Row} from '../model/row.ts';
import type {RevisionRow, WorkloadRow} from '../model/workload.ts';
import {conditionNamed} from '../kinds/conditions.ts';
import {kindById, kindOf} from '../kinds/lookup.ts';
import {imageName} from './image-words.ts';
import {type Restart, wordsOfRestart} from './restart.ts';
import type {ServiceRow} from './service-row.ts';

/** Something that happened, as a row of the timeline; `name` is that of the object. Made once, never changed. */
export interface Happening extends Row {
	readonly kind: 'happening';
	readonly what: What;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** To what it happened. */
	readonly object: ObjectRef;
	/** Undefined while the object's workload is not known, and for what belongs to none. */
	readonly workloadUid: string | undefined;
	/** Other objects on whose timeline it belongs. */
	readonly alsoOn: readonly string[];
	/** One sentence without a full stop; not yet sanitised. */
	readonly text: string;
	/** How often, up to `at`. */
	readonly count: number;
	/** Number of the revision that was made; 0 for everything else. */
	readonly revision: number;
	readonly mark: Mark;
}

/** `gap`: from here back something could not be seen. */
export type What = 'rollout' | 'scale' | 'restart' | 'warning' | 'ready' | 'config' | 'finding' | 'gap';

/** Longer sentences are read where they come from. */
const TEXT_MAX = 300;

interface Facts {
	readonly what: What;
	readonly at: number;
	readonly text: string;
	readonly mark?: Mark;
	readonly workloadUid?: string | undefined;
	readonly alsoOn?: readonly string[];
	readonly count?: number;
	readonly revision?: number;
}

/** @param key tells happenings of one sort on one object apart */
function happening(object: ObjectRef, key: string, facts: Facts): Happening {
	const {what, at, text, mark = 'healthy', workloadUid, alsoOn = [], count = 1, revision = 0} = facts;
	return {
		kind: 'happening',
		uid: `${what}/${object.uid}/${key}`,
		name: object.name,
		namespace: object.namespace,
		createdAt: at,
		deletedAt: undefined,
		labels: {},
		owner: undefined,
		what,
		at,
		object: refOf(object),
		workloadUid,
		alsoOn,
		text: text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX - 1)}…` : text,
		count,
		revision,
		mark,
	};
}

/** A revision that is new, or an old one that was taken again under a new number. */
export function revisionMade(revision: RevisionRow, at: number): Happening {
	const {owner, namespace, changeCause, images, createdAt} = revision;
	const again = at - createdAt > NEW_MS ? 'back to ' : '';
	const cause = changeCause === '' ? '' : ` · ${changeCause}`;
	const object = {kind: kindId(owner?.kind ?? ''), namespace, name: owner?.name ?? '', uid: owner?.uid ?? ''};
	return happening(object, String(revision.revision), {
		what: 'rollout',
		at,
		text: `rev ${revision.revision}: ${again}${images.map(imageName).join(', ')}${cause}`,
		workloadUid: owner?.uid,
		alsoOn: [revision.uid],
		revision: revision.revision,
	});
}

/** A ReplicaSet is noticed sooner; one that is older and gets a number was there before. */
const NEW_MS = 60_000;

/** A rollout that was under way is over. */
export function rolledOut({workload, rollout}: ServiceRow, since: number | undefined, at: number): Happening {
	const lasted = since === undefined ? '' : ` after ${formatAge(at - since)}`;
	return happening(workload, `${rollout.revision}/done`, {
		what: 'rollout',
		at,
		text: `${rollout.revision === '' ? 'the rollout' : rollout.revision} is out${lasted}: ${workload.ready} of ${workload.wanted} pods ready`,
		workloadUid: workload.uid,
	});
}

export function scaled(before: WorkloadRow, after: WorkloadRow, at: number): Happening {
	return happening(after, String(at), {
		what: 'scale',
		at,
		text: `scaled from ${before.wanted} to ${after.wanted}`,
		workloadUid: after.uid,
	});
}

/** What the autoscaler says of its own doing: `New size: 5; reason: cpu resource utilization above target`. */
export function rescaled(event: EventRow): Happening {
	return happening(subjectOf(event), event.uid, {
		what: 'scale',
		at: event.lastAt,
		text: `autoscaler: ${event.message}`,
	});
}

/** A warning is one event that repeats: it stands where it was heard last. */
export function warned(event: EventRow): Happening {
	const {reason, message, count, firstAt, lastAt} = event;
	const long = count > 1 && lastAt - firstAt >= 1000 ? ` in ${formatAge(lastAt - firstAt)}` : '';
	return happening(subjectOf(event), event.uid, {
		what: 'warning',
		at: lastAt,
		text: `${reason}${count > 1 ? ` ×${count}${long}` : ''}: ${message}`,
		mark: 'struggling',
		count,
	});
}

export function restarted(restart: Restart): Happening {
	const {pod, podUid, namespace, container, at, count, atLeast, workloadUid} = restart;
	const times = count > 1 || atLeast ? ` ${atLeast ? '≥' : '×'}${count}, the last` : '';
	return happening({kind: 'pod', namespace, name: pod, uid: podUid}, `${container}/${at}`, {
		what: 'restart',
		at,
		text: `${container} restarted${times}: ${wordsOfRestart(restart)}`,
		mark: 'struggling',
		workloadUid,
		count,
	});
}

/** Undefined when nothing about it changed that matters: a pod that is about to go is no news. */
export function readinessChanged(before: PodRow | undefined, after: PodRow, now: number): Happening | undefined {
	if (after.deletedAt !== undefined || before?.ready === after.ready) return undefined;
	const since = conditionNamed(after.conditions, 'Ready')?.since ?? 0;
	if (before === undefined && (!after.ready || since === 0)) return undefined;
	const at = since === 0 ? now : Math.min(since, now);
	const age = at - after.createdAt;
	const started = age < STARTED_LATELY_MS ? `, ${formatAge(age)} after it was made` : '';
	const status = after.status === 'Running' ? 'it runs, but does not pass its probe' : after.status;
	return happening(after, String(at), {
		what: 'ready',
		at,
		text: after.ready ? `ready${started}` : `not ready: ${status}`,
		mark: after.ready || isFinished(after) ? 'healthy' : 'struggling',
	});
}

/** Later nobody asks how long its start took. */
const STARTED_LATELY_MS = 3_600_000;

function isFinished({phase}: PodRow): boolean {
	return phase === 'Succeeded';
}

/**
 * The content of a ConfigMap or Secret is another one.
 * @param users uids of the workloads whose pods take settings from it
 */
export function configChanged(config: ConfigMapRow | SecretRow, users: readonly string[], at: number): Happening {
	return happening(config, String(at), {
		what: 'config',
		at,
		text: `${kindById(config.kind)?.objectKind ?? config.kind} changed: pods that run keep the environment that they started with`,
		alsoOn: users,
	});
}

/** It came, or came back, it became worse or better, it is over. */
export type VerdictChange = 'came' | 'back' | 'changed' | 'over';

/** How the verdict changed. */
export function judged(finding: Finding, change: VerdictChange, at: number): Happening {
	const {id, verdict, title, object, consequences, affects} = finding;
	const words = {came: '', back: 'again: ', changed: `now ${verdict}: `, over: 'over: '}[change];
	const isTrouble = change !== 'over' && (verdict === 'doomed' || verdict === 'struggling');
	return happening(object, `${id}/${change}/${at}`, {
		what: 'finding',
		at,
		text: `${words}${title}`,
		mark: isTrouble ? verdict : 'healthy',
		workloadUid: object.uid,
		alsoOn: [...consequences.map(consequence => consequence.object.uid), ...affects.map(({uid}) => uid)],
	});
}

/** From `at` back, what is said was not to be seen. */
export function gap(key: string, at: number, text: string): Happening {
	return happening({kind: '', namespace: '', name: '', uid: ''}, key, {what: 'gap', at, text});
}

function subjectOf({object}: EventRow): ObjectRef {
	return {...object, kind: kindId(object.kind)};
}

/** A kind as objects name it, by its id on the shelf; of those that are not on it the name in lower case. */
function kindId(objectKind: string): string {
	return kindOf(objectKind)?.id ?? objectKind.toLowerCase();
}

function refOf({kind, namespace, name, uid}: ObjectRef): ObjectRef {
	return {kind, namespace, name, uid};
}
