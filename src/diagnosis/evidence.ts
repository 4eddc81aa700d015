import type {EventRow} from '../model/event.ts';
import type {Evidence, ObjectRef} from '../model/finding.ts';
import type {ContainerRow, PodRow} from '../model/pod.ts';
import type {Row} from '../model/row.ts';
import type {LastWords} from '../telemetry/last-words.ts';

/** An object as findings name it. */
export function refOf({kind, namespace, name, uid}: Row): ObjectRef {
	return {kind, namespace, name, uid};
}

/** What the object itself says. */
export function seenOn(object: Row, text: string, at?: number): Evidence {
	return {text, seenIn: 'object', object: refOf(object), at};
}

/** What an event says, with how often: `×12 Back-off restarting failed container`. */
export function heardOf(event: EventRow, object: Row, text = event.message): Evidence {
	const times = event.count > 1 ? `×${event.count} ` : '';
	return {text: `${event.reason} ${times}${text}`, seenIn: 'event', object: refOf(object), at: event.lastAt};
}

/** A line of a container's log. */
export function readFrom(pod: PodRow, {name}: ContainerRow, {at}: LastWords, line: string): Evidence {
	return {text: line, seenIn: 'log', object: refOf(pod), container: name, at};
}
