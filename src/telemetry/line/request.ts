import {maskCredentials} from '../../lib/mask.ts';
import type {LoggedRequest} from '../../model/request.ts';
import type {ParsedLine} from '../contract.ts';
import {levelOfStatus} from './levels.ts';

/** A request with what the line says of it. */
export function aRequest(said: Partial<LoggedRequest>): LoggedRequest {
	return {
		method: said.method ?? '',
		path: pathOf(said.path ?? ''),
		route: said.route ?? '',
		status: said.status ?? 0,
		durationMs: said.durationMs,
		id: present(said.id),
		agent: present(said.agent),
		upstream: present(said.upstream),
		slowOnly: said.slowOnly ?? false,
	};
}

/** A line that says nothing but a request. */
export function accessLine(said: Partial<LoggedRequest>, message = ''): ParsedLine {
	const request = aRequest(said);
	return {level: levelOfStatus(request.status), message, request};
}

/** `GET /a?b=1 HTTP/1.1`, hypercorn's `GET /a 1.1`; of bytes that are no request (TLS on a plain port) nothing is known. */
export function requestOf(line: string): {readonly method: string; readonly path: string} {
	const {method = '', path = ''} = REQUEST.exec(line)?.groups ?? {};
	return {method, path};
}

/** Seconds as servers write them; undefined for `-`. */
export function secondsMs(text: string | undefined): number | undefined {
	const seconds = text === undefined || text === '' ? Number.NaN : Number(text);
	return Number.isFinite(seconds) ? Math.round(seconds * 1e6) / 1000 : undefined;
}

/** Milliseconds as servers write them; undefined for `-`. */
export function milliseconds(text: string | undefined): number | undefined {
	const ms = text === undefined || text === '' ? Number.NaN : Number(text);
	return Number.isFinite(ms) ? ms : undefined;
}

/** Without scheme and host, without credentials. */
function pathOf(url: string): string {
	if (url === '-') return '';
	const path = url.startsWith('/') ? url : withoutHost(url);
	return MAY_HOLD_CREDENTIALS.test(path) ? maskCredentials(path) : path;
}

function withoutHost(url: string): string {
	const host = /^[a-z][a-z\d+.-]{0,20}:\/\/[^/?#]*/i.exec(url)?.[0];
	if (host === undefined) return url;
	const path = url.slice(host.length);
	return path.startsWith('/') ? path : `/${path}`;
}

/** Servers write `-` for what is not there. */
function present(text: string | undefined): string {
	return text === undefined || text === '-' ? '' : text;
}

/** Masking is dear, and few paths have any. */
const MAY_HOLD_CREDENTIALS = /:\/\/|@|eyJ|pass|pwd|secret|token|key|credential|auth|bearer|basic|input_value/i;

const REQUEST = /^(?<method>[A-Z]{1,20}) (?<path>\S+)(?: (?:HTTP\/)?\d(?:\.\d)?)?$/;
