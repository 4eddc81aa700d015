import {formatAge} from '../../lib/age.ts';
import {kindById} from '../../kinds/lookup.ts';
import type {Tone} from '../../kinds/contract.ts';
import type {ObjectRef} from '../../model/finding.ts';
import {type ObjectReading, readingKey} from '../../model/object-reading.ts';
import type {PaneInput} from '../contract.ts';
import {formatClock} from '../text/clock.ts';

/** What is to be said about the reading of the object that a document shows; nothing when it is what the cluster has. */
export function noticeOf({
	argument,
	world,
	offsetMs,
}: PaneInput): {readonly text: string; readonly tone: Tone} | undefined {
	const ref = argument as ObjectRef;
	const reading = world.objects.get(readingKey(ref));
	const name = `${kindById(ref.kind)?.objectKind ?? ref.kind} ${ref.name}`;
	if (reading === undefined || reading.state.phase === 'reading') return {text: `reading ${name}`, tone: 'muted'};
	switch (reading.state.phase) {
		case 'read': {
			const other = isOther(ref, reading)
				? `another ${name} than the one that you came from: that is gone`
				: undefined;
			return other === undefined ? undefined : {text: other, tone: 'struggling'};
		}
		case 'gone': {
			const {since, because} = reading.state;
			const text =
				reading.object === undefined
					? `there is no ${name}: ${because}`
					: `gone since ${formatClock(since, offsetMs)}: this is what it was`;
			return {text, tone: 'struggling'};
		}
		case 'trouble': {
			const {because, nextTryAt} = reading.state;
			const what = because.permission === undefined ? because.message : `no right to ${because.permission}`;
			const age = reading.object === undefined ? '' : `; this is of ${formatClock(reading.readAt, offsetMs)}`;
			const retry = nextTryAt > world.now ? ` · retry in ${formatAge(nextTryAt - world.now)}` : '';
			return {text: `${name} cannot be read: ${what}${age}${retry}`, tone: 'struggling'};
		}
	}
}

/** One of the same name has taken its place, as pods of StatefulSets do. */
function isOther({uid}: ObjectRef, {object}: ObjectReading): boolean {
	const read = (object as {readonly metadata?: {readonly uid?: unknown}} | undefined)?.metadata?.uid;
	return uid !== '' && typeof read === 'string' && read !== uid;
}
