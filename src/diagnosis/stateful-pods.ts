import type {PodRow} from '../model/pod.ts';
import {isLive} from '../services/revisions.ts';

/** The number at the end of the name of a StatefulSet's pod; -1 for none. */
export function ordinalOf({name}: Pick<PodRow, 'name'>): number {
	const digits = /-(\d{1,9})$/.exec(name)?.[1];
	return digits === undefined ? -1 : Number(digits);
}

/** Those that are to stay, in the order in which they are made. */
export function inOrder(pods: readonly PodRow[]): readonly PodRow[] {
	return pods.filter(isLive).toSorted((a, b) => ordinalOf(a) - ordinalOf(b));
}

/** Why a pod does not work, as its containers say it: `ImagePullBackOff: Back-off pulling image "x"`. */
export function whyUnready({containers, status}: PodRow): string {
	const broken =
		containers.find(({ready, state}) => !ready && state === 'waiting') ?? containers.find(({ready}) => !ready);
	if (broken === undefined || broken.reason === '') return `${status}, not ready`;
	return broken.message === '' ? broken.reason : `${broken.reason}: ${broken.message}`;
}
