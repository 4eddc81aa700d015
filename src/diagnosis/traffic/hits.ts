import type {PodRow} from '../../model/pod.ts';
import type {Draft} from '../contract.ts';
import type {PodsSubject} from '../subject.ts';

/** The pods of these names that are still there. */
export function podsNamed({allPods}: PodsSubject, names: readonly string[]): readonly PodRow[] {
	const wanted = new Set(names);
	return allPods.filter(({name}) => wanted.has(name));
}

/** Pods that a finding hits. During a rollout those of the old revision count, too, but are not of those that the extent counts. */
export function hitting(subject: PodsSubject, names: readonly string[]): Pick<Draft, 'pods' | 'affects'> {
	const named = podsNamed(subject, names);
	// A proxy before them wrote it.
	const hit = named.length > 0 ? named : [...subject.pods, ...subject.oldPods].filter(({ready}) => ready);
	return hit.every(pod => subject.pods.includes(pod)) ? {pods: hit} : {affects: hit};
}

/** Names of the pods that wrote these lines. */
export function writersOf(lines: readonly {readonly source: {readonly pod: string}}[]): readonly string[] {
	return [...new Set(lines.map(({source}) => source.pod))];
}

/** `all 3 pods are Ready: their health check does not see it`; empty when they are not all ready. */
export function readyAllTheSame({pods}: PodsSubject): string {
	if (pods.length === 0 || pods.some(({ready}) => !ready)) return '';
	const all =
		pods.length === 1
			? 'its pod is Ready'
			: pods.length === 2
				? 'both pods are Ready'
				: `all ${pods.length} pods are Ready`;
	return `${all}: the health check does not look at it`;
}
