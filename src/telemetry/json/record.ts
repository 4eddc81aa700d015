import type {Level} from '../../model/log.ts';
import type {ParsedLine} from '../contract.ts';
import {onOneLine} from '../line/clean.ts';
import {
	levelOf,
	levelOfPino,
	levelOfPython,
	levelOfSeverityNumber,
	levelOfStatus,
	levelOfSyslog,
	worse,
} from '../line/levels.ts';
import {aRequest} from '../line/request.ts';
import {saidLine} from '../line/said.ts';
import {tellingExceptionLine} from './exception.ts';
import {requestOfRoles, textIn} from './request.ts';
import type {Roles} from './roles.ts';

/** What a record says in which these were found. */
export function lineOf(roles: Roles): ParsedLine {
	const level = levelIn(roles);
	const message = messageIn(roles);
	const said = requestOfRoles(roles);
	if (said !== undefined) {
		const request = aRequest(said);
		return {level: worse(level, levelOfStatus(request.status)), message, request};
	}
	const line = saidLine(level, message);
	const begins = message === 'incoming request' ? beginning(roles) : undefined;
	return begins === undefined ? line : {...line, begins};
}

function beginning(roles: Roles): ParsedLine['begins'] {
	const id = textIn(roles, 'id');
	const path = textIn(roles, 'path');
	return id === '' || path === '' ? undefined : {id, method: textIn(roles, 'method'), path};
}

function messageIn(roles: Roles): string {
	const message = textIn(roles, 'message');
	const exception = roles.values.get('exception');
	const telling = exception === undefined ? '' : onOneLine(tellingExceptionLine(exception));
	if (telling === '' || message.includes(telling)) return message;
	return message === '' ? telling : `${message}: ${telling}`;
}

/**
 * Numbers are pino's; or Python's where the record has the mark of it: both write 30, for different things. Below ten they are
 * syslog's, as in GELF.
 */
function levelIn({values}: Roles): Level | undefined {
	const level = values.get('level');
	if (typeof level === 'string') return levelOf(level);
	const severity = values.get('severityNumber');
	if (typeof level !== 'number') return typeof severity === 'number' ? levelOfSeverityNumber(severity) : undefined;
	if (values.has('python')) return levelOfPython(level);
	return level < 10 ? levelOfSyslog(level) : levelOfPino(level);
}
