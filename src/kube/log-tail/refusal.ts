import type {TailState} from '../../model/log.ts';
import type {Fault} from '../fault.ts';

/** What a try in vain leads to: a state, of which it is not said yet when it is tried again. */
export type Refusal =
	| Exclude<TailState, {phase: 'queued' | 'opening' | 'following' | 'waiting'}>
	| {
			readonly phase: 'waiting';
			readonly because: string;
	  };

/** Words of a server are shown in one line. */
const WORDS_MAX = 300;

/** What a fault says of a log. Source of the words: kubelet, `validateContainerLogStatus`, and the pod's log subresource. */
export function refusalOf({kind, message, permission}: Fault, namespace: string): Refusal {
	const because = message.slice(0, WORDS_MAX);
	if (kind === 'forbidden') return {phase: 'forbidden', permission: permission ?? `get pods/log in ${namespace}`};
	if (kind === 'missing') return {phase: 'ended', because: 'the pod is gone'};
	// A 400 of the API has no kind of its own.
	return {phase: kind === 'protocol' && OVER.test(message) ? 'ended' : 'waiting', because};
}

const OVER =
	/^(?:container \S+ in pod \S+ is terminated|previous terminated container .* not found|container \S+ is not valid for pod )/;

/** A container that has not started yet: it will soon. */
export function isStarting({kind, message}: Fault): boolean {
	return kind === 'protocol' && / is waiting to start\b/.test(message);
}

/** There is no log of the run before any more, or this one is refused for good: no reason not to read on. */
export function isOver(fault: Fault): boolean {
	return fault.kind === 'protocol';
}

/** What the kubelet writes in place of a log, without a time, after the API has said 200. */
export function refusalIn(line: string): string | undefined {
	return TOLD_AS_LOG.test(line) ? line.slice(0, WORDS_MAX) : undefined;
}

const TOLD_AS_LOG =
	/^(?:unable to retrieve container logs for |failed to create fsnotify watcher: |failed to try resolving symlinks in path )/;
