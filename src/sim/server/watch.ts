import type {IncomingMessage, ServerResponse} from 'node:http';
import type {KubeObject} from '../objects.ts';
import {Refusal, versionTooOld} from '../refusal.ts';
import {apiVersionOf} from '../resources.ts';
import type {Matches} from '../storage/selectors.ts';
import type {Change} from '../storage/store.ts';
import {formOf} from './accept.ts';
import type {Context} from './context.ts';
import {numberOf, selectionOf} from './read.ts';
import {tableOf} from './table.ts';
import type {Target} from './target.ts';

/** About once a minute, as the real server's watch cache. */
const BOOKMARK_MS = 60_000;
/** The real server draws between 30 and 60 minutes when the client does not say. */
const TIMEOUT_DEFAULT_MS = 2_700_000;

/** Streams changes, one JSON document per line, until the client goes or the time is over. Throws a Refusal before it starts. */
export function openWatch(
	context: Context,
	target: Target,
	query: URLSearchParams,
	request: IncomingMessage,
	response: ServerResponse,
): void {
	const {world, clock, history, watchers} = context;
	const {resource, namespace} = target;
	if (query.has('sendInitialEvents')) throw noInitialEvents();
	const matches = within(namespace, selectionOf(resource, query));
	const timeoutMs = numberOf(query, 'timeoutSeconds') * 1000 || TIMEOUT_DEFAULT_MS;
	const lineOf = createLines(context, target, query, formOf(request.headers.accept));
	const version = versionOf(query);

	response.writeHead(200, {
		'Cache-Control': 'no-cache, private',
		'Content-Type': 'application/json',
		'Transfer-Encoding': 'chunked',
	});
	response.flushHeaders();
	const missed = version === 0 ? initial(context, target) : history.since(resource.plural, version);
	if (missed === undefined) {
		const {body} = versionTooOld(version, history.oldest(resource.plural));
		response.end(`${JSON.stringify({type: 'ERROR', object: body})}\n`);
		return;
	}
	const send = (change: Change): void => {
		const seen = selected(change, matches);
		if (change.resource === resource && seen !== undefined) response.write(lineOf(seen.type, seen.object));
	};
	for (const change of missed) send(change);

	const bookmark = (): void => {
		const metadata = {resourceVersion: String(world.store.version)};
		const object = {kind: resource.kind, apiVersion: apiVersionOf(resource), metadata};
		response.write(`${JSON.stringify({type: 'BOOKMARK', object})}\n`);
	};
	const takesBookmarks = /^(1|true)$/.test(query.get('allowWatchBookmarks') ?? '');
	const cancels = [
		world.store.onChange(send),
		clock.after(timeoutMs, () => response.end()),
		takesBookmarks ? clock.every(BOOKMARK_MS, bookmark) : () => {},
	];
	watchers.add({
		response,
		bookmark: takesBookmarks ? bookmark : undefined,
		close: () => cancels.forEach(cancel => cancel()),
	});
}

/** An older server, or one without the feature, does not stream the first list. */
function noInitialEvents(): Refusal {
	const message = 'sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled';
	return new Refusal(
		422,
		'Invalid',
		`ListOptions.meta.k8s.io "" is invalid: sendInitialEvents: Forbidden: ${message}`,
		{
			group: 'meta.k8s.io',
			kind: 'ListOptions',
			causes: [{reason: 'FieldValueForbidden', message: `Forbidden: ${message}`, field: 'sendInitialEvents'}],
		},
	);
}

function versionOf(query: URLSearchParams): number {
	const text = query.get('resourceVersion') ?? '';
	if (/^\d{0,15}$/.test(text)) return Number(text);
	const message = `resourceVersion: Invalid value: ${JSON.stringify(text)}: strconv.ParseUint: parsing ${JSON.stringify(text)}: invalid syntax`;
	throw new Refusal(500, undefined, message);
}

/** Without a version the watch begins with everything there is. */
function initial({world}: Context, {resource}: Target): Change[] {
	return world.store
		.list(resource.plural)
		.map(object => ({type: 'ADDED', resource, object, before: undefined, version: world.store.version}));
}

function within(namespace: string, matches: Matches): Matches {
	return object => (namespace === '' || object.metadata.namespace === namespace) && matches(object);
}

/** What a change looks like through a selector: an object that no longer fits is deleted there. */
function selected({type, object, before}: Change, matches: Matches): {type: string; object: KubeObject} | undefined {
	const fitted = before !== undefined && matches(before);
	const fits = type !== 'DELETED' && matches(object);
	if (fits) return {type: fitted ? 'MODIFIED' : 'ADDED', object};
	if (!fitted) return undefined;
	return {
		type: 'DELETED',
		object: type === 'DELETED' ? object : {...before, metadata: {...before.metadata, ...versionAlone(object)}},
	};
}

function versionAlone({metadata: {resourceVersion}}: KubeObject): {resourceVersion?: string} {
	return resourceVersion === undefined ? {} : {resourceVersion};
}

function createLines(
	{world, wire}: Context,
	{resource}: Target,
	query: URLSearchParams,
	form: 'json' | 'table',
): (type: string, object: KubeObject) => string {
	if (form === 'json') return (type, object) => `{"type":"${type}","object":${wire.textOf(object)}}\n`;
	const includeObject = query.get('includeObject') ?? 'Metadata';
	let hasDefinitions = true;
	return (type, object) => {
		const metadata = {resourceVersion: object.metadata.resourceVersion};
		const options = {includeObject, hasDefinitions};
		hasDefinitions = false;
		return `${JSON.stringify({type, object: tableOf(resource.plural, [object], metadata, world.timeline.now(), options)})}\n`;
	};
}
