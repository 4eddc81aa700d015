import type {Evidence, ObjectRef} from '../../model/finding.ts';
import type {PodRow} from '../../model/pod.ts';
import type {World} from '../../session/world.ts';
import type {Go} from '../contract.ts';
import {eventAt} from './events.ts';
import {openLogs} from './logs.ts';
import {openObject, rowOf} from './object.ts';

/** Id of the line that a finding rests on, on the page of a log. */
export const TELLING_LINE = 'telling';

/** Where a person can check what was seen: the object, the event among those about its object, the line in the log. */
export function openEvidence(evidence: Evidence, world: World): Go {
	const {seenIn, object, container = '', text, at} = evidence;
	switch (seenIn) {
		case 'event':
			return {
				to: 'pane',
				pane: {
					id: 'table',
					argument: {kind: 'event', below: {name: object.name, drill: {to: 'events', object}}},
					at: eventAt(world, object, at)?.uid,
				},
			};
		case 'log':
			if (object.kind === 'pod' && !isServing(object, world))
				return {
					to: 'pane',
					pane: {id: 'last-words', argument: {pod: object, container, line: text}, at: TELLING_LINE},
				};
			return openLogs({of: [object], container: container === '' ? undefined : container, previous: false}, at);
		case 'object':
		case 'metrics':
			return openObject(object, world);
	}
}

/** Its log goes on: the line is looked for in it. What ended, or does not get ready, is told by its last words. */
function isServing(object: ObjectRef, world: World): boolean {
	const pod = rowOf(object, world);
	return pod !== undefined && (pod as PodRow).ready;
}
