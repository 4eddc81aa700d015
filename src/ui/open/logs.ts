import {kindById} from '../../kinds/lookup.ts';
import type {ObjectRef} from '../../model/finding.ts';
import type {LogSelection} from '../../model/log.ts';
import type {Go} from '../contract.ts';
import {nameOf} from '../finding/words.ts';
import {FIRST_RANGE} from '../log/ranges.ts';

/**
 * The page with the logs of these objects, or a sentence that says why there are none.
 * @param at where one wants to read, milliseconds since 1970; undefined: at the end
 */
export function openLogs({of, container, previous}: Omit<LogSelection, 'range'>, at?: number): Go {
	const [first] = of;
	if (first === undefined) return {to: 'nothing', because: 'there is nothing under the cursor'};
	const mute = of.find(object => !hasLogs(object));
	if (mute !== undefined) return {to: 'nothing', because: `${nameOf(mute)} has no logs`};
	const selection: LogSelection = {of, container, previous, range: FIRST_RANGE};
	return {to: 'pane', pane: {id: 'logs', argument: {selection}, at: at === undefined ? undefined : String(at)}};
}

/** It has pods of its own, or is one, or holds all of them. */
function hasLogs({kind, name}: ObjectRef): boolean {
	const capabilities = kindById(kind)?.capabilities ?? [];
	return name !== '' && (capabilities.includes('logs') || capabilities.includes('namespace'));
}
