import type {ObjectRef} from '../../model/finding.ts';
import type {LogSelection} from '../../model/log.ts';
import type {SeenRequest} from '../../services/traffic/contract.ts';
import type {Go} from '../contract.ts';

/** The log around one request. */
export interface RequestLogArgument {
	readonly selection: LogSelection;
	/** When it was logged, milliseconds since 1970. */
	readonly at: number;
	/** Lines with it belong to the request, in whichever pod; empty when none is logged. */
	readonly requestId: string;
}

/** Where logs are read; undefined as long as there is no such pane. */
const LOGS: {readonly pane: string | undefined} = {pane: undefined};

/** What led to a request is at most so much older than its line. */
const BEFORE_MS = 60_000;

/** @param now milliseconds since 1970 */
export function openRequest(seen: SeenRequest, service: ObjectRef, now: number): Go {
	if (LOGS.pane === undefined) return {to: 'nothing', because: 'logs cannot be opened here yet'};
	return {to: 'pane', pane: {id: LOGS.pane, argument: requestLog(seen, service, now), at: String(seen.at)}};
}

/**
 * The log around a request: of its container, or of all pods of the service where an id tells its lines from others.
 * @param now milliseconds since 1970: a log is read from some time ago on
 */
export function requestLog({at, request, source}: SeenRequest, service: ObjectRef, now: number): RequestLogArgument {
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
		at,
		requestId: request.id,
	};
}
