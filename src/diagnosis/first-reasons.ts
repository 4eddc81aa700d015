import type {EventRow} from '../model/event.ts';
import type {ContainerRow, PodRow} from '../model/pod.ts';

/** Remembers why containers wait: the kubelet says it once and then only that it waits. */
export interface FirstReasons {
	see(before: PodRow | undefined, after: PodRow | undefined): void;
	hear(event: EventRow | undefined): void;
	/** Empty when nothing specific was seen. */
	of(pod: PodRow, container: Pick<ContainerRow, 'name'>): string;
}

/** Pods that wait at the same time; beyond, the oldest are forgotten. */
const REASONS_MAX = 2000;

/** What says nothing but that the kubelet waits: `Back-off pulling image "x"` (pkg/kubelet/images), `back-off 10s restarting …`. */
const VAGUE = /^back-off\b/i;

const PULL_FAILED = /^Failed to pull image "/;

export function createFirstReasons(): FirstReasons {
	const reasons = new Map<string, string>();
	const note = (key: string, message: string): void => {
		if (message === '' || VAGUE.test(message)) return;
		reasons.delete(key);
		reasons.set(key, message);
		if (reasons.size <= REASONS_MAX) return;
		for (const oldest of reasons.keys()) {
			reasons.delete(oldest);
			break;
		}
	};
	return {
		see(before, after) {
			if (after === undefined) {
				for (const {name} of before?.containers ?? []) reasons.delete(`${before?.uid ?? ''}/${name}`);
				return;
			}
			if (after.ready) return;
			for (const {name, state, reason, message} of after.containers)
				if (state === 'waiting' && reason !== 'CrashLoopBackOff') note(`${after.uid}/${name}`, message);
		},
		hear(event) {
			if (event?.reason !== 'Failed' || !PULL_FAILED.test(event.message)) return;
			note(`${event.object.uid}/${event.container}`, event.message);
		},
		of: ({uid}, {name}) => reasons.get(`${uid}/${name}`) ?? '',
	};
}
