import type {PodsSubject} from '../subject.ts';

/** What to say and do when a pool without free connections takes all pods out of service at once. */
export interface Coupled {
	readonly because: readonly string[];
	readonly next: readonly string[];
}

/** Empty unless all pods have a readiness probe, and none is ready. */
export function coupledTo({pods}: PodsSubject): Coupled {
	const isProbed = pods.every(({spec}) => spec.containers.some(({readiness}) => readiness !== undefined));
	if (pods.length === 0 || !isProbed || pods.some(({ready}) => ready)) return {because: [], next: []};
	return {
		because: ['no pod is Ready: the readiness probe waits for a connection, too'],
		next: ['let the readiness probe do without the pool: it takes out all pods at once'],
	};
}
