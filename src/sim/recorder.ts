import type {EventObject, KubeObject} from './objects.ts';
import {resourceNamed} from './resources.ts';
import type {Registry} from './storage/registry.ts';
import type {Store} from './storage/store.ts';
import {microTime, secondsTime} from './times.ts';

export interface Report {
	readonly type: 'Normal' | 'Warning';
	readonly reason: string;
	readonly message: string;
	/** `kubelet`, `deployment-controller` … */
	readonly component: string;
	/** The node, for the kubelet. */
	readonly host?: string;
	/** The container it is about. */
	readonly container?: string;
	/** The scheduler uses the newer form: eventTime, action and series instead of first, last and count. */
	readonly action?: string;
}

/** Writes events about objects; the same one again raises its count, as client-go's recorder does. */
export interface Recorder {
	report(object: KubeObject, report: Report): void;
	/** Removes events that are older than the API server keeps them. */
	sweep(): void;
}

/** --event-ttl of the API server. */
const KEPT_MS = 3_600_000;

export function createRecorder(store: Store, registry: Registry, now: () => number): Recorder {
	const names = new Map<string, string>();
	return {
		report(object, report) {
			const namespace = object.metadata.namespace ?? 'default';
			const {type, reason, message, component, container} = report;
			const key = JSON.stringify([object.metadata.uid, type, reason, message, component, container]);
			const known = store.get('events', namespace, names.get(key) ?? '');
			if (known !== undefined) {
				registry.change(known, {manager: component}, draft => raise(draft, now()));
				return;
			}
			const event = registry.create(resourceNamed('events'), eventOf(object, report, now(), store.version), {
				manager: component,
			});
			names.set(key, event.metadata.name);
		},
		sweep() {
			const before = now() - KEPT_MS;
			for (const event of store.list('events')) {
				if (lastSeenAt(event) < before) store.remove(resourceNamed('events'), event);
			}
			for (const [key, name] of names) if (nameMs(name) < before - KEPT_MS) names.delete(key);
		},
	};
}

function eventOf(object: KubeObject, report: Report, now: number, version: number): EventObject {
	const {type, reason, message, component, host, container, action} = report;
	const {name, namespace, uid = '', resourceVersion} = object.metadata;
	const involvedObject = {
		kind: object.kind ?? '',
		...(namespace === undefined ? {} : {namespace}),
		name,
		uid,
		apiVersion: object.apiVersion ?? '',
		...(resourceVersion === undefined ? {} : {resourceVersion}),
		...(container === undefined ? {} : {fieldPath: `spec.containers{${container}}`}),
	};
	const at = secondsTime(now);
	const counted = {
		source: {component, ...(host === undefined ? {} : {host})},
		firstTimestamp: at,
		lastTimestamp: at,
		count: 1,
	};
	return {
		metadata: {name: `${name}.${timeName(now, version)}`, namespace: namespace ?? 'default'},
		involvedObject,
		reason,
		message,
		...(action === undefined ? counted : {source: {}, firstTimestamp: null, lastTimestamp: null}),
		type,
		eventTime: action === undefined ? null : microTime(now),
		...(action === undefined ? {} : {action}),
		reportingComponent: component,
		reportingInstance: action === undefined ? (host ?? '') : `${component}-control-plane`,
	};
}

function raise(event: EventObject, now: number): void {
	if (event.eventTime === null) {
		event.count = (event.count ?? 1) + 1;
		event.lastTimestamp = secondsTime(now);
	} else event.series = {count: (event.series?.count ?? 1) + 1, lastObservedTime: microTime(now)};
}

function lastSeenAt(event: EventObject): number {
	const time =
		event.series?.lastObservedTime ?? event.lastTimestamp ?? event.eventTime ?? event.metadata.creationTimestamp;
	return Date.parse(time ?? '');
}

/** client-go names events by their nanoseconds in hexadecimal; the version takes the part below the millisecond. */
function timeName(now: number, version: number): string {
	return (BigInt(Math.floor(now)) * 1_000_000n + BigInt(version % 1_000_000)).toString(16);
}

function nameMs(name: string): number {
	const hex = name.slice(name.lastIndexOf('.') + 1);
	return Number(BigInt(`0x${hex}`) / 1_000_000n);
}
