import type {Level} from '../../model/log.ts';
import type {ParsedLine} from '../contract.ts';
import type {Group} from './group.ts';
import {isGoroutine, panicGroup} from './panic.ts';
import {plainGroup} from './plain.ts';
import {beginsTraceback, isFrame, pythonGroup} from './python.ts';
import {namesException, stackGroup} from './stack.ts';

/** What begins with a line. */
export interface Beginning {
	readonly group: Group;
	/** What is not a level of its own: an exception is an error. */
	readonly level: Level | undefined;
	/** Nothing but this line is known yet: an exception may follow that it announced. */
	readonly announces: boolean;
}

/** The group that a line begins as an entry of its own. */
export function beginGroup(text: string, {level}: ParsedLine): Beginning {
	if (beginsTraceback(text)) return {group: pythonGroup(true), level: level ?? 'error', announces: false};
	// The log was cut, perhaps inside of a traceback.
	if (/^\s/.test(text))
		return {group: pythonGroup(isFrame(text)), level: isFrame(text) ? 'error' : level, announces: false};
	const panic = panicGroup(text);
	if (panic !== undefined) return {group: panic, level: level ?? 'fatal', announces: false};
	if (namesException(text)) return {group: stackGroup(), level: level ?? 'error', announces: false};
	const isTrouble = level === undefined ? TROUBLE.test(text) : TROUBLED.has(level);
	return {group: plainGroup(text, isTrouble), level, announces: isTrouble};
}

/** The group that a line begins as a part of the entry that announced it: `ERROR: Exception in ASGI application`. */
export function continueGroup(text: string): {readonly group: Group; readonly tells: boolean} | undefined {
	if (beginsTraceback(text)) return LOGGED.test(text) ? undefined : {group: pythonGroup(true), tells: false};
	const panic = isGoroutine(text) || text.startsWith('panic: ') ? panicGroup(text) : undefined;
	if (panic !== undefined) return {group: panic, tells: !isGoroutine(text)};
	return namesException(text) ? {group: stackGroup(), tells: true} : undefined;
}

const TROUBLED: ReadonlySet<Level> = new Set<Level>(['warn', 'error', 'fatal']);

const TROUBLE = /exception|error|fail|panic|crash/i;

/** It has a level of its own. */
const LOGGED = /^[A-Z]{4,8}:\s/;
