import {formatAge} from '../lib/age.ts';
import {maskCredentials} from '../lib/mask.ts';
import type {Probe} from '../model/pod-spec.ts';

/** A probe in words: `GET /health on http every 5s, timeout 1s, 3 failures, after 10s`. */
export function probeWords(probe: Probe): string {
	const {periodMs, timeoutMs, failureThreshold, successThreshold, initialDelayMs} = probe;
	return [
		`${targetWords(probe)} every ${formatAge(periodMs)}`,
		`timeout ${formatAge(timeoutMs)}`,
		`${failureThreshold} ${failureThreshold === 1 ? 'failure' : 'failures'}`,
		...(successThreshold === 1 ? [] : [`${successThreshold} successes`]),
		...(initialDelayMs === 0 ? [] : [`after ${formatAge(initialDelayMs)}`]),
	].join(', ');
}

/** What differs between two probes: `timeout 1s → 5s, failures 3 → 1`; empty when nothing does. */
export function probeChange(before: Probe, after: Probe): string {
	const parts: readonly (readonly [string, string, string])[] = [
		['', targetWords(before), targetWords(after)],
		['delay', formatAge(before.initialDelayMs), formatAge(after.initialDelayMs)],
		['period', formatAge(before.periodMs), formatAge(after.periodMs)],
		['timeout', formatAge(before.timeoutMs), formatAge(after.timeoutMs)],
		['failures', String(before.failureThreshold), String(after.failureThreshold)],
		['successes', String(before.successThreshold), String(after.successThreshold)],
	];
	return parts
		.filter(([, old, now]) => old !== now)
		.map(([name, old, now]) => `${name} ${old} → ${now}`.trim())
		.join(', ');
}

/** What the probe asks, and where: `GET /health on 8000`, `TCP on 5432`, `gRPC on 9000`, or the command that it runs. */
function targetWords({how, port, path, scheme}: Probe): string {
	if (how === 'exec') return maskCredentials(path) || 'a command';
	if (how === 'http') return `${scheme === '' ? '' : `${scheme} `}GET ${path} on ${port}`;
	return `${how === 'tcp' ? 'TCP' : 'gRPC'} on ${port}`;
}
