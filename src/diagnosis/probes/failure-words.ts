import {formatAge} from '../../lib/age.ts';
import {maskCredentials} from '../../lib/mask.ts';
import type {ContainerSpec, Probe} from '../../model/pod-spec.ts';
import {oneLine} from '../phrases.ts';
import {probePort, probeTarget} from '../probe-budget.ts';
import {type Misplaced, misplacedWords} from './listening.ts';
import type {ProbeFailure} from './probe-failure.ts';

/** A title has about a hundred characters, and its opening takes half of them. */
const OUTPUT_MAX = 48;

/** What a probe met, as the end of a sentence: `nothing listens on port 8080, the program listens on 8000`. */
export function failureWords(
	failure: ProbeFailure,
	probe: Probe,
	{ports}: Pick<ContainerSpec, 'ports'>,
	misplaced: Misplaced | undefined,
): string {
	const target = probeTarget(probe, ports);
	const port = `port ${probePort(probe, ports) ?? probe.port}`;
	const within = `within ${formatAge(probe.timeoutMs)}`;
	switch (failure.fault) {
		case 'refused':
			return `nothing listens on ${port}${misplaced === undefined ? '' : `, ${misplacedWords(misplaced)}`}`;
		case 'timeout':
			return probe.how === 'exec'
				? `its command takes longer than ${formatAge(probe.timeoutMs)}`
				: `${target} is not answered ${within}`;
		case 'unreachable':
			return `no connection to ${port} ${within}`;
		case 'status':
			return `${target} answers ${failure.status ?? 'with an error'}`;
		case 'tls':
			return tlsWords(failure, probe, port);
		case 'cut':
			return `the connection is closed without an answer to ${target}`;
		case 'unhealthy':
			return probe.how === 'exec' ? commandWords(failure) : `${target} says ${healthWords(failure)}`;
		case 'no-command':
			return `its command cannot be run: ${oneLine(maskCredentials(probe.path), OUTPUT_MAX)}`;
		case 'no-port':
			return `it asks ${port}, and the container names none so`;
		case 'other':
			return oneLine(maskCredentials(failure.detail), OUTPUT_MAX) || `${target} fails`;
	}
}

function tlsWords({detail}: ProbeFailure, {scheme}: Probe, port: string): string {
	if (scheme !== 'HTTPS') return `it speaks plain HTTP, and ${port} expects TLS`;
	const isPlain = /HTTP response to HTTPS client|does not look like a TLS handshake/.test(detail);
	return isPlain ? `it speaks TLS, and ${port} answers in plain HTTP` : `no TLS connection to ${port} comes about`;
}

function commandWords({detail}: ProbeFailure): string {
	const output = oneLine(maskCredentials(detail), OUTPUT_MAX);
	return output === '' ? 'its command fails without a word' : `its command says: ${output}`;
}

function healthWords({detail}: ProbeFailure): string {
	const status = /NOT_SERVING|SERVICE_UNKNOWN|UNKNOWN/.exec(detail)?.[0];
	if (status !== undefined) return status;
	return detail.includes('does not implement') ? 'that there is no health service' : 'no';
}
