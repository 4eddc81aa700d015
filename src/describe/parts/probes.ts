import {type ProbeKind, probeWords} from '../../diagnosis/probe-budget.ts';
import type {ContainerSpec} from '../../model/pod-spec.ts';
import type {Entry} from '../contract.ts';
import {entry, word} from '../words.ts';

/** What the kubelet asks a container and how long it may stay silent: `live  GET :8000/health every 10s, killed after 3 misses = 30s`. */
export function probeEntries(container: ContainerSpec): readonly Entry[] {
	const told = PROBES.flatMap(([name, kind]) => {
		const probe = container[kind];
		if (probe === undefined) return [];
		return [[{text: name, cells: 6, tone: 'muted' as const}, word(probeWords(kind, probe, container.ports))]];
	});
	return told.map((words, index) => entry(index === 0 ? 'probes' : '', words));
}

/** In the order in which they are asked. */
const PROBES = [
	['start', 'startup'],
	['live', 'liveness'],
	['ready', 'readiness'],
] as const satisfies readonly (readonly [string, ProbeKind])[];
