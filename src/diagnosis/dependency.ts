import {conditionNamed} from '../kinds/conditions.ts';
import {nearest} from '../lib/nearest.ts';
import type {ServiceObjectRow} from '../model/network.ts';
import type {ContainerSpec} from '../model/pod-spec.ts';
import {isLive} from '../services/revisions.ts';
import type {ServiceRow} from '../services/service-row.ts';
import type {LoggedTrouble} from '../telemetry/last-words.ts';
import type {Cluster} from './cluster.ts';
import {hostInCommand} from './command-host.ts';
import {type Endpoint, hostInEnvironment} from './environment-host.ts';
import {objectName} from './object-name.ts';
import {counted} from './phrases.ts';

/** What a program connects to, as far as its log, its environment and the cluster tell. */
export interface Dependency {
	/** `PostgreSQL at postgres:5432`, `Redis`, `what it connects to`. */
	readonly label: string;
	/** As the log or the environment names it; empty when neither does. */
	readonly host: string;
	readonly port: number | undefined;
	readonly service: ServiceObjectRow | undefined;
	/** The workloads behind the Service. */
	readonly behind: readonly ServiceRow[];
	/** What the cluster shows of it, in words: `StatefulSet postgres is scaled to 0`; empty when it shows nothing. */
	readonly proof: string;
	/** There is certainly no Service of that name. */
	readonly isMissing: boolean;
	/** Nobody will answer there before somebody changes something: scaled to 0, no such port, the pod itself. */
	readonly isGone: boolean;
	/** It is just starting, or got ready after the trouble: the next try may find it. Undefined when there is no such hope. */
	readonly coming: 'starting' | 'ready' | undefined;
}

/** @param at when the trouble was, milliseconds since 1970 */
export function dependencyOf(
	trouble: LoggedTrouble,
	at: number,
	spec: ContainerSpec | undefined,
	namespace: string,
	cluster: Cluster,
): Dependency {
	const {host, port, service} = placeOf(trouble, spec, namespace, cluster);
	const behind = service === undefined ? [] : cluster.behind(service);
	const isMissing = service === undefined && isServiceName(host) && cluster.knows('service');
	return {
		label: labelOf(trouble.system, service === undefined ? host : nameOf(service, namespace), port),
		host,
		port,
		service,
		behind,
		proof: isMissing ? missingInWords(host, namespace, cluster) : proofOf(host, port, service, behind),
		isMissing,
		isGone: isGone(host, port, service, behind),
		coming: service && OF_ABSENCE.has(trouble.category) ? comingOf(service, behind, at, cluster.now) : undefined,
	};
}

interface Place extends Endpoint {
	readonly service: ServiceObjectRow | undefined;
}

/**
 * Errors name a host, its address, or neither: then the command of who only waits and the environment are asked, and last whose pod
 * has the address.
 */
function placeOf(
	{host, port, system, line}: LoggedTrouble,
	spec: ContainerSpec | undefined,
	namespace: string,
	cluster: Cluster,
): Place {
	const named = host === '' ? undefined : cluster.serviceAt(host, namespace);
	if (named !== undefined || (host !== '' && !isAddress(host))) return {host, port, service: named};
	const waits = spec?.role === 'init' ? hostInCommand(spec) : undefined;
	const told = waits ?? (OF_HTTP.test(line) ? undefined : hostInEnvironment(spec, system));
	const toldService = told && cluster.serviceAt(told.host, namespace);
	if (told !== undefined && (host === '' || toldService !== undefined))
		return {host: told.host, port: port ?? told.port, service: toldService};
	const own = host === '' ? undefined : serviceOfPod(host, namespace, cluster);
	return {host, port, service: own};
}

/** Clients of HTTP: the databases that an environment names are not what they ask. */
const OF_HTTP = /\b(?:httpx|httpcore|aiohttp|requests|urllib3?|grpc|botocore)\b/;

function isAddress(host: string): boolean {
	return /^[\d.]+$/.test(host) || host.includes(':');
}

/** The name of a Service without an address of its own means its pods. */
function serviceOfPod(ip: string, namespace: string, cluster: Cluster): ServiceObjectRow | undefined {
	for (const service of cluster.inNamespace('service', namespace))
		if (cluster.behind(service).some(({pods}) => pods.some(pod => pod.ip === ip))) return service;
	return undefined;
}

/** What passes when the other side is there; a password stays wrong. */
const OF_ABSENCE: ReadonlySet<LoggedTrouble['category']> = new Set<LoggedTrouble['category']>([
	...(['refused', 'dns', 'timeout', 'lost', 'starting'] as const),
]);

/** Longer names of hosts say no more, and a title has to hold them. */
const NAME_MAX = 60;

function labelOf(system: string, name: string, port: number | undefined): string {
	const place = `${name.slice(0, NAME_MAX)}${port === undefined ? '' : `:${port}`}`;
	if (name === '') return system === '' ? 'what it connects to' : system;
	return system === '' ? place : `${system} at ${place}`;
}

function nameOf(service: ServiceObjectRow, namespace: string): string {
	return service.namespace === namespace ? service.name : `${service.name}.${service.namespace}`;
}

/** Names without dots are looked up among Services; with dots they may be of the world outside. */
function isServiceName(host: string): boolean {
	return /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(host) ? host !== 'localhost' : /\.svc(?:\.|$)/.test(host);
}

function missingInWords(host: string, namespace: string, cluster: Cluster): string {
	const [wanted = host, from = namespace] = host.split('.');
	const names = [...cluster.inNamespace('service', from)].map(({name}) => name);
	const near = nearest(wanted, names);
	return `no Service is called ${wanted}${from === namespace ? '' : ` in ${from}`}${near === undefined ? '' : `; the nearest is ${near}`}`;
}

function proofOf(
	host: string,
	port: number | undefined,
	service: ServiceObjectRow | undefined,
	behind: readonly ServiceRow[],
): string {
	if (isPodItself(host)) return `${host} is the pod itself`;
	if (service === undefined) return '';
	if (lacksPort(service, port))
		return `Service ${service.name} has no port ${port ?? ''}, it has ${service.ports.map(one => one.port).join(', ')}`;
	if (service.selector === undefined) return '';
	if (behind.length === 0) return `no workload stands behind Service ${service.name}`;
	return behind.map(inWords).join(', ');
}

function isGone(
	host: string,
	port: number | undefined,
	service: ServiceObjectRow | undefined,
	behind: readonly ServiceRow[],
): boolean {
	if (service === undefined) return isPodItself(host);
	return lacksPort(service, port) || (behind.length > 0 && behind.every(({workload}) => workload.wanted === 0));
}

function isPodItself(host: string): boolean {
	return /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1)$/.test(host);
}

/** Without an address of its own a Service does not stand between, and any port of its pods can be reached. */
function lacksPort({ports, clusterIp}: ServiceObjectRow, port: number | undefined): boolean {
	return clusterIp !== 'None' && port !== undefined && ports.length > 0 && ports.every(one => one.port !== port);
}

/** `StatefulSet postgres is scaled to 0`, `StatefulSet postgres has 0 of 1 pods ready`. */
function inWords(service: ServiceRow): string {
	const {workload} = service;
	if (workload.wanted === 0) return `${objectName(service)} is scaled to 0`;
	return `${objectName(service)} has ${readyPods(service)} of ${counted(workload.wanted, 'pod')} ready`;
}

function readyPods({pods}: ServiceRow): number {
	return pods.filter(pod => pod.ready && isLive(pod)).length;
}

/** A database needs some time to start; who takes longer has trouble of its own. */
const START_MS = 2 * 60_000;

function comingOf(
	service: ServiceObjectRow,
	behind: readonly ServiceRow[],
	at: number,
	now: number,
): Dependency['coming'] {
	const isYoung = (createdAt: number): boolean => now - createdAt < START_MS;
	for (const {workload, pods} of behind) {
		const live = pods.filter(isLive);
		const readyAt = live.flatMap(pod => (pod.ready ? (conditionNamed(pod.conditions, 'Ready')?.since ?? 0) : []));
		if (readyAt.length > 0) {
			// Times are whole seconds, and the news has to travel.
			if (Math.max(Math.min(...readyAt), service.createdAt) >= at - 1000) return 'ready';
			continue;
		}
		const isStarting =
			live.length === 0
				? workload.wanted > 0 && isYoung(workload.createdAt)
				: live.every(pod => isYoung(pod.createdAt) && pod.restarts === 0 && !isBroken(pod.containers));
		if (isStarting) return 'starting';
	}
	return undefined;
}

function isBroken(containers: ServiceRow['pods'][number]['containers']): boolean {
	return containers.some(
		({state, reason}) => state === 'waiting' && !['', 'ContainerCreating', 'PodInitializing'].includes(reason),
	);
}
