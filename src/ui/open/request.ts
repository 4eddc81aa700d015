import type {ObjectRef} from '../../model/finding.ts';
import type {SeenRequest} from '../../services/traffic/contract.ts';
import type {Go} from '../contract.ts';
import type {LogsArgument} from '../panes/logs/index.ts';

/** What led to a request is at most so much older than its line. */
const BEFORE_MS = 60_000;

/** @param now milliseconds since 1970 */
export function openRequest(seen: SeenRequest, service: ObjectRef, now: number): Go {
	return {to: 'pane', pane: {id: 'logs', argument: requestLog(seen, service, now), at: String(seen.at)}};
}

/**
 * The log around a request: of its container, or of all pods of the service where an id tells its lines from others.
 * @param now milliseconds since 1970: a log is read from some time ago on
 */
export function requestLog({at, request, source}: SeenRequest, service: ObjectRef, now: number): LogsArgument {
	const isKnown = request.id !== '';
	const pod: ObjectRef = {kind: 'pod', namespace: source.namespace, name: source.pod, uid: source.podUid};
	return {
		selection: {
			of: [isKnown ? service : pod],
			container: isKnown ? undefined : source.container,
			previous: !isKnown && source.previous,
			range: {
				key: '',
				title: 'around it',
				sinceMs: Math.max(now - at, 0) + (request.durationMs ?? 0) + BEFORE_MS,
				lines: undefined,
			},
		},
		filter: asPattern(request.id),
	};
}

/** An id may hold what means something in a filter. */
function asPattern(id: string): string {
	return id.replaceAll(/[^\w-]/g, '.').slice(0, ID_MAX);
}

/** What is longer is found by its beginning. */
const ID_MAX = 64;
