import type {ProbeKill} from './kills.ts';
import {isRefusal} from './probe-failure.ts';

/** The first thing to do about a probe that kills, from how it failed. */
export function killStep({failure, misplaced, container, probe}: ProbeKill): string {
	if (misplaced?.kind === 'elsewhere')
		return `let the probe ask port ${misplaced.port}, or the program listen on ${misplaced.asked}`;
	if (misplaced?.kind === 'loopback') return 'let the program listen on 0.0.0.0, not on loopback only';
	if (failure?.fault === 'timeout' || failure?.fault === 'unreachable')
		return 'raise timeoutSeconds and failureThreshold, or see what keeps the program from answering';
	if (failure?.fault === 'tls')
		return `set the scheme of the probe to ${probe?.scheme === 'HTTPS' ? 'HTTP' : 'HTTPS'}`;
	if (failure?.fault === 'status' && isRefusal(failure.status ?? 0))
		return 'correct the path of the probe, or leave it open for the kubelet';
	return `read the log of the last run of ${container.name}`;
}

/** Each start ends so, since the probe asks what the program does not have. */
export function isOfSettings({failure, misplaced}: ProbeKill): boolean {
	return misplaced !== undefined || failure?.fault === 'tls' || isRefusal(failure?.status ?? 0);
}
