import type {ContainerSpec} from '../../model/pod-spec.ts';
import {type ProbeKind, probeWords} from '../probe-budget.ts';
import type {PodsSubject} from '../subject.ts';

/** What the revision before asked, when a rollout changes the probe or its port: `rev 1: GET :8000/health every 10s, …`; else empty. */
export function probeBefore(
	{isRolling, service}: Pick<PodsSubject, 'isRolling' | 'service'>,
	kind: ProbeKind,
	spec: ContainerSpec,
): string {
	const previous = service?.previous;
	const probe = spec[kind];
	if (!isRolling || previous === undefined || probe === undefined) return '';
	const old = previous.template.containers.find(({name}) => name === spec.name);
	const before = old?.[kind] && probeWords(kind, old[kind], old.ports);
	if (old === undefined || before === probeWords(kind, probe, spec.ports)) return '';
	return `${previous.label}: ${before ?? `no ${kind} probe`}`;
}
