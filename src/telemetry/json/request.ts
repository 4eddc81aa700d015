import type {LoggedRequest} from '../../model/request.ts';
import {onOneLine} from '../line/clean.ts';
import {requestOf} from '../line/request.ts';
import {durationMs, type Producer} from './duration.ts';
import type {Role, Roles} from './roles.ts';

/**
 * The request that is told of: records of one carry its method and path to every line that is written meanwhile, so that only one with
 * a status or a duration tells of its end. Fastify's last line has no path, but the id of its first.
 */
export function requestOfRoles(roles: Roles): Partial<LoggedRequest> | undefined {
	const status = statusOf(roles.values.get('status'));
	const took = roles.duration === undefined ? undefined : durationMs(roles.duration, producerOf(roles));
	if (status === undefined && took === undefined) return undefined;
	const line = requestOf(textIn(roles, 'line'));
	const method = textIn(roles, 'method') || line.method;
	const route = textIn(roles, 'route');
	const path = textIn(roles, 'path') || line.path || (route.startsWith('/') ? route : '');
	const id = textIn(roles, 'id');
	const isEnd = path === '' && roles.duration?.name === 'responseTime' && id !== '';
	if (!isEnd && (path === '' || (method === '' && (status === undefined || took === undefined)))) return undefined;
	return {
		...{method, path, route, status: status ?? 0, durationMs: took, id},
		...{agent: textIn(roles, 'agent'), upstream: textIn(roles, 'upstream')},
	};
}

/** What was found for a role, as one line; empty for nothing. */
export function textIn({values}: Roles, role: Role): string {
	const value = values.get(role);
	const first: unknown = Array.isArray(value) ? value[0] : value;
	if (first === '-') return '';
	return typeof first === 'string' ? onOneLine(first) : typeof first === 'number' ? String(first) : '';
}

function producerOf({values}: Roles): Producer {
	if (values.has('zap')) return 'zap';
	const level = values.get('level');
	if (values.has('lograge') || values.has('envoy') || typeof level === 'number') return 'milliseconds';
	if (!values.has('node') || values.has('python')) return 'python';
	return typeof level === 'string' && SLOG.test(level) ? 'go' : 'milliseconds';
}

const SLOG = /^(?:DEBUG|INFO|WARN|ERROR)(?:[+-]\d{1,2})?$/;

/** 0 of a client that went away. */
function statusOf(value: unknown): number | undefined {
	const status = typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : value;
	return typeof status === 'number' && Number.isInteger(status) && status >= 0 && status < 600 ? status : undefined;
}
