import type {LogRecord} from '../../../model/log.ts';
import type {DocumentPane, PaneInput} from '../../contract.ts';
import type {Document} from '../../document/document.ts';
import {lineDocument} from './document.ts';

/** The line that the page shows whole. */
export interface LogLineArgument {
	readonly record: LogRecord;
	/** What belongs to it, in the order of time. */
	readonly folds: readonly LogRecord[];
}

/** One line of a log: when and where it was written, its fields by name, all of its text and of what belongs to it. */
const pane: DocumentPane = {
	id: 'log-line',
	shape: 'document',
	title: ({argument}) => `line of ${(argument as LogLineArgument).record.source.pod}`,
	kinds: () => ['pod'],
	object(argument) {
		const {source} = (argument as LogLineArgument).record;
		return {kind: 'pod', namespace: source.namespace, name: source.pod, uid: source.podUid};
	},
	read: ({argument, formatOf, offsetMs}: PaneInput, before) => {
		if (isOf(before, argument)) return before;
		const made: Made = {...lineDocument(argument as LogLineArgument, formatOf, offsetMs), argument};
		return made;
	},
	notice: () => undefined,
	wraps: true,
	ending: 'txt',
};

export default pane;

/** Remembers of what it is: a line does not change. */
interface Made extends Document {
	readonly argument: unknown;
}

function isOf(document: Document, argument: unknown): boolean {
	return 'argument' in document && document.argument === argument;
}
