import type {ContainerSpec, Probe} from '../../model/pod-spec.ts';
import type {LastWords} from '../../telemetry/last-words.ts';
import {probePort} from '../probe-budget.ts';

/** Where the program says that it listens, when the probe cannot find it there. */
export interface Misplaced {
	readonly kind: 'elsewhere' | 'loopback';
	/** Of the probe. */
	readonly asked: number;
	/** As the log names it. */
	readonly host: string;
	readonly port: number;
}

/**
 * Compares the port of a probe with where the log says that the program listens. Undefined when they agree, when one of them is not
 * known, and when both are ports of the container: a program may have several doors, and write of one only.
 */
export function misplaced(probe: Probe, spec: ContainerSpec, words: LastWords | undefined): Misplaced | undefined {
	const asked = probePort(probe, spec.ports);
	const {host = '', port} = words?.listensOn ?? {};
	if (asked === undefined || port === undefined || OF_A_MESH.test(probe.path)) return undefined;
	// The kubelet asks the address of the pod, which is another one.
	if (asked === port) return LOOPBACK.test(host) ? {kind: 'loopback', asked, host, port} : undefined;
	const declared = new Set(spec.ports.map(one => one.port));
	return declared.has(asked) && declared.has(port) ? undefined : {kind: 'elsewhere', asked, host, port};
}

/** Istio puts its agent in the place of the probe, which passes it on. */
const OF_A_MESH = /^\/app-health\//;

const LOOPBACK = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1)$/;

/** `the program listens on 8000`, `the program listens on 127.0.0.1 only`. */
export function misplacedWords({kind, host, port}: Misplaced): string {
	return kind === 'loopback' ? `the program listens on ${host} only` : `the program listens on ${port}`;
}
