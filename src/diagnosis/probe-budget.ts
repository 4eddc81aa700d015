import {formatAge} from '../lib/age.ts';
import {maskCredentials} from '../lib/mask.ts';
import type {ContainerSpec, Probe} from '../model/pod-spec.ts';
import {oneLine} from './phrases.ts';

export type ProbeKind = 'startup' | 'liveness' | 'readiness';

/** Ports of a container, for probes that name theirs. */
export type Ports = ContainerSpec['ports'];

const COMMAND_MAX = 60;

/**
 * A probe and what its numbers allow, in words: `GET :8000/health every 10s, killed after 3 misses = 30s`. Delays and time-outs are
 * left out where they are Kubernetes' own: none, and one second.
 */
export function probeWords(kind: ProbeKind, probe: Probe, ports: Ports = []): string {
	const {periodMs, initialDelayMs, timeoutMs, failureThreshold} = probe;
	return [
		`${probeTarget(probe, ports)} every ${formatAge(periodMs)}`,
		...(initialDelayMs === 0 ? [] : [`from ${formatAge(initialDelayMs)} on`]),
		...(timeoutMs === 1000 ? [] : [`each within ${formatAge(timeoutMs)}`]),
		`${CONSEQUENCE[kind]} ${failureThreshold} ${failureThreshold === 1 ? 'miss' : 'misses'} = ${formatAge(missesMs(probe))}`,
	].join(', ');
}

const CONSEQUENCE: Readonly<Record<ProbeKind, string>> = {
	startup: 'killed when not up after',
	liveness: 'killed after',
	readiness: 'out of service after',
};

/** What a probe asks: `GET :8000/health`, `TCP :5432`, `gRPC :9000`, `pg_isready -h 127.0.0.1`; without a port `the program`. */
export function probeTarget(probe: Probe, ports: Ports = []): string {
	const {how, path, scheme} = probe;
	if (how === 'exec') return oneLine(maskCredentials(path), COMMAND_MAX) || 'its command';
	const port = probePort(probe, ports) ?? probe.port;
	if (port === '') return 'the program';
	if (how === 'http')
		return `GET ${scheme === 'HTTPS' ? 'https://' : ''}:${port}${oneLine(maskCredentials(path), COMMAND_MAX)}`;
	return `${how === 'tcp' ? 'TCP' : 'gRPC'} :${port}`;
}

/** The number of the port that is asked; undefined for a command, and for a name that no port of the container has. */
export function probePort({how, port}: Probe, ports: Ports): number | undefined {
	if (how === 'exec') return undefined;
	return /^\d{1,5}$/.test(port) ? Number(port) : ports.find(({name}) => name === port)?.port;
}

/** From the first miss to the last that is allowed. */
export function missesMs({periodMs, failureThreshold}: Probe): number {
	return periodMs * failureThreshold;
}

/** From the start of a container to the moment when a probe that always fails has used up its misses; 0 without a probe. */
export function budgetMs(probe: Probe | undefined): number {
	return probe === undefined ? 0 : probe.initialDelayMs + missesMs(probe);
}

/**
 * From the start of a container to the moment when its readiness counts as missing: the startup probe comes first, and as long as it
 * has not succeeded readiness is not asked.
 */
export function readinessGraceMs({startup, readiness}: Pick<ContainerSpec, 'startup' | 'readiness'>): number {
	return budgetMs(startup) + budgetMs(readiness);
}

/** How the time of a probe adds up: `2s delay, then 3 misses every 5s = 17s`. */
export function budgetWords(probe: Probe): string {
	const {initialDelayMs, failureThreshold, periodMs} = probe;
	const misses = `${failureThreshold} ${failureThreshold === 1 ? 'miss' : 'misses'} every ${formatAge(periodMs)}`;
	const delay = initialDelayMs === 0 ? '' : `${formatAge(initialDelayMs)} delay, then `;
	return `${delay}${misses} = ${formatAge(budgetMs(probe))}`;
}
