import {EXCEPTION_KEYS} from './exception.ts';
import {type Duration, durationKey} from './duration.ts';
import {type Fields, isFields} from './parse.ts';

/** What is read of a record or of pairs, each by the first of its keys that is there. */
export type Role = keyof typeof KEYS;

/** The roles that were found, and the duration with the unit that its key names. */
export interface Roles {
	readonly values: ReadonlyMap<Role, unknown>;
	readonly duration: Duration | undefined;
}

/** The names that loggers and proxies give them, dotted and nested; the surest first. */
const KEYS = {
	message: ['message', 'msg', 'event', 'log', 'body.stringValue', 'record.message', 'text', 'short_message'],
	level: [
		...['level', 'levelname', 'severity', 'severityText', 'log.level', 'lvl', 'record.level.name'],
		...['loglevel', 'log_level'],
	],
	method: [
		...['method', 'req.method', 'request.method', 'RequestMethod', 'http.request.method', 'http.method'],
		...['request_method', 'http_method', 'httpRequest.requestMethod', 'verb'],
	],
	path: [
		...[
			'path',
			'url',
			'req.url',
			'request.path',
			'request.uri',
			'request.url',
			'RequestPath',
			'url.path',
			'http.target',
		],
		...[
			'uri',
			'request_uri',
			'request_path',
			'http.url',
			'url.original',
			'url.full',
			'httpRequest.requestUrl',
			'http.path',
		],
	],
	/** `GET /a HTTP/1.1`, as nginx is often told to write it. */
	line: ['request', 'request_line'],
	status: [
		...[
			'status',
			'status_code',
			'res.statusCode',
			'DownstreamStatus',
			'response_code',
			'http.response.status_code',
		],
		...[
			'http.status_code',
			'statusCode',
			'response.status',
			'response.status_code',
			'httpRequest.status',
			'response_status',
		],
	],
	route: ['route', 'http.route', 'path_template', 'endpoint', 'route_name', 'req.route.path', 'handler'],
	id: [
		...[
			'request_id',
			'requestId',
			'correlation_id',
			'correlationId',
			'reqId',
			'req.id',
			'x_request_id',
			'requestID',
		],
		...['http.request.id', 'request_X-Request-Id', 'trace_id', 'traceId', 'trace.id', 'record.extra.request_id'],
	],
	agent: [
		...[
			'user_agent',
			'userAgent',
			'http_user_agent',
			'user_agent.original',
			'http.user_agent',
			'req.headers.user-agent',
		],
		...['request_User-Agent', 'useragent', 'httpRequest.userAgent', 'agent', 'request.headers.User-Agent'],
	],
	upstream: ['ServiceName', 'upstream_cluster', 'proxy_upstream_name'],
	exception: EXCEPTION_KEYS,
	/** Of whom a record is: these decide what a number means. */
	zap: ['ts'],
	node: ['msg'],
	python: ['levelname', 'levelno', 'record.level.no'],
	severityNumber: ['severityNumber'],
	lograge: ['controller'],
	envoy: ['response_flags'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Reads the record key by key: they are few, and the names above are many. */
export function rolesOf(record: Fields): Roles {
	const found = noRoles();
	look(found, record, '', 0);
	// OpenTelemetry's own JSON has a list of pairs.
	const attributes = record['attributes'];
	if (Array.isArray(attributes))
		for (const attribute of attributes.slice(0, ATTRIBUTES_MAX)) takeAttribute(found, attribute);
	return found;
}

/** The same of pairs of a text. */
export function rolesOfPairs(pairs: Iterable<readonly [name: string, value: string]>): Roles {
	const found = noRoles();
	for (const [name, value] of pairs) take(found, name, value);
	return found;
}

interface Found extends Roles {
	readonly values: Map<Role, unknown>;
	readonly orders: Map<Role, number>;
	duration: Duration | undefined;
}

function noRoles(): Found {
	return {values: new Map(), orders: new Map(), duration: undefined};
}

function look(found: Found, fields: Fields, prefix: string, depth: number): void {
	for (const key of Object.keys(fields)) {
		const value = fields[key];
		const name = prefix === '' ? key : prefix + key;
		take(found, name, value);
		if (depth < DEPTH_MAX && isFields(value) && PARENTS.has(name)) look(found, value, `${name}.`, depth + 1);
	}
}

function take(found: Found, name: string, value: unknown): void {
	if (value === null || value === undefined || value === '') return;
	for (const {role, order} of PLACES.get(name) ?? NOWHERE) {
		if (!fits(role, value) || (found.orders.get(role) ?? Infinity) <= order) continue;
		found.values.set(role, value);
		found.orders.set(role, order);
	}
	const unit = durationKey(name);
	if (unit === undefined || (typeof value !== 'number' && typeof value !== 'string')) return;
	if (found.duration === undefined || found.duration.unit === 'bare') found.duration = {unit, name, value};
}

/** `{"key": "http.route", "value": {"stringValue": "/a"}}`; integers are strings. */
function takeAttribute(found: Found, attribute: unknown): void {
	if (!isFields(attribute) || typeof attribute['key'] !== 'string' || !isFields(attribute['value'])) return;
	const [value] = Object.values(attribute['value']);
	take(found, attribute['key'], value);
}

/** ECS has objects where others have words: `log.level`, `event.duration`. */
function fits(role: Role, value: unknown): boolean {
	if (role === 'exception') return true;
	if (role === 'agent' && Array.isArray(value)) return typeof value[0] === 'string';
	if (role === 'message' || role === 'line' || role === 'method') return typeof value === 'string';
	return typeof value === 'string' || typeof value === 'number';
}

interface Place {
	readonly role: Role;
	readonly order: number;
}

const NOWHERE: readonly Place[] = [];

const PLACES: ReadonlyMap<string, readonly Place[]> = placesOf();

/** The objects in which there is something to be found. */
const PARENTS: ReadonlySet<string> = new Set(
	['event.duration', ...Object.values(KEYS).flat()].flatMap(key =>
		key.split('.').map((_, index, parts) => parts.slice(0, index).join('.')),
	),
);

const DEPTH_MAX = 3;
const ATTRIBUTES_MAX = 100;

function placesOf(): Map<string, Place[]> {
	const places = new Map<string, Place[]>();
	for (const [role, keys] of Object.entries(KEYS) as [Role, readonly string[]][])
		for (const [order, key] of keys.entries()) places.set(key, [...(places.get(key) ?? []), {role, order}]);
	return places;
}
