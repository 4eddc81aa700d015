import type {CoreV1Event} from '@kubernetes/client-node';
import type {Intern} from '../../../lib/intern.ts';
import type {EventRow} from '../../../model/event.ts';
import type {Wire} from '../../../model/wire.ts';
import {fieldsOf, numberOf, textOf, timeAt} from '../../json.ts';
import {metadataOf} from '../../metadata.ts';

/** Four times as much as other messages: admission webhooks explain themselves at length, and what counts may come last. */
const MESSAGE_CHARS_MAX = 4096;

/** Old components count in `count` and the timestamps, new ones in `series` and `eventTime`, and what is unused is null or 0. */
export function projectEvent(object: Wire<CoreV1Event>, intern: Intern): EventRow {
	const event = fieldsOf(object);
	const meta = metadataOf(event.metadata, intern);
	const {involvedObject, series} = event;
	const occurredAt = timeAt(event.eventTime);
	return {
		kind: 'event',
		...meta,
		type: intern.text(textOf(event.type)),
		reason: intern.text(textOf(event.reason)),
		message: intern.text(textOf(event.message, MESSAGE_CHARS_MAX)),
		object: {
			kind: intern.text(textOf(involvedObject?.kind)),
			namespace: intern.text(textOf(involvedObject?.namespace)),
			name: textOf(involvedObject?.name),
			uid: textOf(involvedObject?.uid),
		},
		container: intern.text(containerOf(textOf(involvedObject?.fieldPath))),
		count: numberOf(series?.count) || numberOf(event.count) || 1,
		firstAt: timeAt(event.firstTimestamp) ?? occurredAt ?? meta.createdAt,
		lastAt: timeAt(series?.lastObservedTime) ?? timeAt(event.lastTimestamp) ?? occurredAt ?? meta.createdAt,
		source: intern.text(textOf(event.reportingComponent) || textOf(event.source?.component)),
	};
}

/** `spec.containers{api}`, and the same for init and ephemeral containers. */
function containerOf(fieldPath: string): string {
	return /^spec\.(?:c|initC|ephemeralC)ontainers\{(?<name>[^{}]+)\}$/.exec(fieldPath)?.groups?.['name'] ?? '';
}
