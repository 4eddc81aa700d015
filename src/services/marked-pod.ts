import type {Facts} from '../kinds/contract.ts';
import {markOf} from '../kinds/entries/pod/mark.ts';
import type {PodRow} from '../model/pod.ts';
import type {Mark} from '../model/row.ts';

/** A pod and the worst state that it proves. */
export interface MarkedPod {
	readonly pod: PodRow;
	readonly mark: Mark;
}

/** Judges pods, and sorts them: the worst first, then by name. */
export function worstFirst(pods: readonly PodRow[], facts: Facts): readonly MarkedPod[] {
	return pods
		.map(pod => ({pod, mark: markOf(pod, facts)}))
		.sort((a, b) => ORDER[a.mark] - ORDER[b.mark] || byName(a.pod, b.pod));
}

/** What is wrong comes before what cannot be seen, and that before what moves. */
const ORDER: Readonly<Record<Mark, number>> = {doomed: 0, struggling: 1, unknown: 2, progressing: 3, healthy: 4};

function byName(a: PodRow, b: PodRow): number {
	if (a.name === b.name) return a.uid < b.uid ? -1 : 1;
	return a.name < b.name ? -1 : 1;
}
