import type {Answer} from '../ports.ts';
import type {Fault} from '../fault.ts';

/** A server that asks for more patience than this is tried again all the same. */
const RETRY_AFTER_MS_MAX = 5 * 60_000;

/** What is shown of a text that is no Status. */
const TEXT_CHARS_MAX = 300;

export interface Refusal {
	readonly status: number;
	readonly headers: Answer['headers'];
	/** The beginning of the body. */
	readonly text: string;
	/** Host and port. */
	readonly where: string;
	/** For a Retry-After that is a date. */
	readonly now: number;
}

/** What an answer outside 2xx means. A Status of Kubernetes gives its own words. */
export function answerFault(refusal: Refusal): Fault {
	const {status, headers, now} = refusal;
	const isPage = isHtml(headers);
	const kind = isPage && status !== 429 && status < 500 ? 'protocol' : kindOf(status);
	const message = wordsOf(refusal, isPage);
	const retryAfterMs = retryAfterOf(headers['retry-after'], now);
	const permission = kind === 'forbidden' ? permissionOf(message) : undefined;
	return {
		kind,
		message,
		...(retryAfterMs !== undefined && {retryAfterMs}),
		...(permission !== undefined && {permission}),
	};
}

/** Whether a page for people came: from a login page, a proxy, or some other server. */
export function isHtml(headers: Answer['headers']): boolean {
	return /^\s*(text\/html|application\/xhtml)/i.test(String(headers['content-type'] ?? ''));
}

function kindOf(status: number): Fault['kind'] {
	if (status >= 500) return status === 504 ? 'timeout' : 'server';
	const kinds: Readonly<Record<number, Fault['kind']>> = {
		401: 'unauthorized',
		403: 'forbidden',
		404: 'missing',
		407: 'credential',
		408: 'timeout',
		410: 'expired',
		429: 'throttled',
	};
	return kinds[status] ?? 'protocol';
}

function wordsOf({status, headers, text, where}: Refusal, isPage: boolean): string {
	if (status >= 300 && status < 400) {
		const place = String(headers['location']).slice(0, TEXT_CHARS_MAX);
		return `${where} sends us elsewhere (${status} to ${place}): is the address right?`;
	}
	if (isPage) {
		return status >= 500 || status === 429
			? `${where} answered ${status} with an HTML page: something in front of the API server is in trouble.`
			: `${where} is not a Kubernetes API server: it answered with HTML (${status}).`;
	}
	const line = text.trim().split('\n')[0]?.trim().slice(0, TEXT_CHARS_MAX) ?? '';
	return (
		statusMessageOf(text) ??
		(line === '' ? `${where} answered ${status} without a word.` : `${where} answered ${status}: ${line}`)
	);
}

/** Source of the shape: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/ */
function statusMessageOf(text: string): string | undefined {
	const status = statusOf(text);
	return status !== undefined && 'message' in status && typeof status.message === 'string' && status.message !== ''
		? status.message
		: undefined;
}

/** Whether a body is the API server's own word. */
export function isStatus(text: string): boolean {
	return statusOf(text) !== undefined;
}

function statusOf(text: string): object | undefined {
	try {
		const status: unknown = JSON.parse(text);
		return typeof status === 'object' && status !== null && 'kind' in status && status.kind === 'Status'
			? status
			: undefined;
	} catch {
		return undefined;
	}
}

/**
 * The right that was missing, from the sentence with which the API server forbids (it has no field for it):
 * `pods is forbidden: User "v" cannot list resource "pods" in API group "" in the namespace "shop"`.
 * Undefined when something else forbade, such as a quota.
 */
function permissionOf(message: string): string | undefined {
	const resource =
		/cannot (?<verb>[\w-]+) resource "(?<what>[^"]+)"(?:.*? in the namespace "(?<namespace>[^"]+)")?/.exec(
			message,
		)?.groups;
	if (resource !== undefined) {
		const {verb, what, namespace} = resource;
		return `${verb} ${what}${namespace === undefined ? '' : ` in ${namespace}`}`;
	}
	const path = /cannot (?<verb>[\w-]+) path "(?<what>[^"]+)"/.exec(message)?.groups;
	return path === undefined ? undefined : `${path['verb']} ${path['what']}`;
}

/** Seconds or an HTTP date, as milliseconds to wait. */
function retryAfterOf(header: string | string[] | undefined, now: number): number | undefined {
	if (typeof header !== 'string') return undefined;
	const waitMs = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
	return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(waitMs, 0), RETRY_AFTER_MS_MAX);
}
