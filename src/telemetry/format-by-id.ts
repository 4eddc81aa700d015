import type {LogFormat} from './contract.ts';
import {logFormats} from './log-formats.ts';

/** The log format of that id; undefined for lines of none. */
export function formatById(id: string): LogFormat | undefined {
	return logFormats.find(format => format.id === id);
}
