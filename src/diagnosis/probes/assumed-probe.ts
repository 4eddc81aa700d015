import type {Probe} from '../../model/pod-spec.ts';

/**
 * What stands for a probe that is said to fail though the spec names none: simulated nodes do that, and what was read may lack a part.
 * It has Kubernetes' own numbers, and no port.
 */
export const ASSUMED_PROBE: Probe = {
	how: 'http',
	port: '',
	path: '',
	scheme: '',
	initialDelayMs: 0,
	periodMs: 10_000,
	timeoutMs: 1000,
	failureThreshold: 3,
	successThreshold: 1,
};
