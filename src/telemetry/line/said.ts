import type {LoggedRequest} from '../../model/request.ts';
import type {Level} from '../../model/log.ts';
import type {ParsedLine} from '../contract.ts';
import {requestOfRoles} from '../json/request.ts';
import {rolesOfPairs} from '../json/roles.ts';
import {CLF, clfRequest, mayBeClf} from './clf.ts';
import {levelOfStatus, worse} from './levels.ts';
import {pairsOf} from './pairs.ts';
import {aRequest} from './request.ts';
import {SLOW_REQUEST, slowRequest, slowText} from './slow.ts';
import {UVICORN_ACCESS, uvicornRequest} from './uvicorn.ts';

/**
 * What a logger wrote under this level. Access logs are often given a format of one's own, so that the message is an access line;
 * and middleware tells of slow requests through whatever logger there is.
 */
export function saidLine(level: Level | undefined, message: string): ParsedLine {
	const said = requestIn(message);
	if (said === undefined) return {level, message, request: undefined};
	const request = aRequest(said);
	if (request.slowOnly) return {level, message, request};
	return {level: worse(level, levelOfStatus(request.status)), message: '', request};
}

/** The request that a message tells of, whoever wrote it; undefined for none. */
function requestIn(message: string): Partial<LoggedRequest> | undefined {
	if (message.includes('"')) {
		const end = message.indexOf(' - "');
		// Loggers put their name before it.
		const start = end === -1 ? -1 : message.lastIndexOf(' ', end - 1) + 1;
		const uvicorn = start === -1 ? undefined : UVICORN_ACCESS.exec(message.slice(start))?.groups;
		if (uvicorn !== undefined) return uvicornRequest(uvicorn);
		const clf = mayBeClf(message) ? CLF.exec(message)?.groups : undefined;
		if (clf !== undefined) return clfRequest(clf);
	}
	if (message.includes('status=') || message.includes('status_code=')) {
		const request = requestOfRoles(rolesOfPairs(pairsOf(message)));
		if (request !== undefined) return request;
	}
	if (message.includes('SLOW REQUEST: ')) {
		const {url, duration} = SLOW_REQUEST.exec(message)?.groups ?? {};
		if (url !== undefined) return slowRequest(url, duration);
	}
	return message.includes('/') ? slowText(message)?.request : undefined;
}
