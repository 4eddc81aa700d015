import type {LogFormat} from './contract.ts';
import {logFormats} from './log-formats.ts';

/** The format that a line was recognised as; undefined for the empty id of none. */
export function formatById(id: string): LogFormat | undefined {
	return logFormats.find(format => format.id === id);
}
