import type {IncomingMessage, ServerResponse} from 'node:http';
import type {KubeObject} from '../objects.ts';
import {badRequest, notFound} from '../refusal.ts';
import {apiVersionOf, type Resource} from '../resources.ts';
import {parseFieldSelector, parseLabelSelector, selectorText, type Matches} from '../storage/selectors.ts';
import {keyOf} from '../storage/store.ts';
import {formOf} from './accept.ts';
import {sendJson, sendText} from './answer.ts';
import type {Context} from './context.ts';
import {continueToken, parseContinueToken} from './page.ts';
import {tableOf} from './table.ts';
import type {Target} from './target.ts';

/** GET of one object, or of its scale. */
export async function sendOne(
	{world, wire}: Context,
	target: Target,
	query: URLSearchParams,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const {resource, namespace, name, subresource} = target;
	const object = world.store.get(resource.plural, namespace, name);
	if (object === undefined) throw notFound(resource, name);
	if (subresource === 'scale') return sendJson(request, response, 200, scaleOf(object));
	if (formOf(request.headers.accept) === 'json')
		return sendText(request, response, 200, 'application/json', wire.textOf(object));
	const metadata = {resourceVersion: object.metadata.resourceVersion};
	const options = {includeObject: query.get('includeObject') ?? 'Metadata', hasDefinitions: true};
	return sendJson(
		request,
		response,
		200,
		tableOf(resource.plural, [object], metadata, world.timeline.now(), options),
	);
}

/** GET of a collection: selectors, and pages by limit and continue. */
export async function sendList(
	{world, history, wire}: Context,
	{resource, namespace}: Target,
	query: URLSearchParams,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const form = formOf(request.headers.accept);
	const token = query.get('continue') ?? '';
	const start = token === '' ? undefined : parseContinueToken(token, history.oldest(resource.plural));
	const limit = numberOf(query, 'limit');
	const matches = selectionOf(resource, query);
	const afterKey = start?.afterKey ?? '';
	const rest = world.store
		.list(resource.plural, namespace)
		.filter(object => matches(object) && keyOf(object) > afterKey);
	const items = limit === 0 ? rest : rest.slice(0, limit);
	const version = start === undefined || start.version === -1 ? world.store.version : start.version;
	const metadata = {
		resourceVersion: String(version),
		...(items.length < rest.length ? nextPage(version, items, rest.length, query) : {}),
	};
	if (form === 'table') {
		const options = {includeObject: query.get('includeObject') ?? 'Metadata', hasDefinitions: true};
		return sendJson(
			request,
			response,
			200,
			tableOf(resource.plural, items, metadata, world.timeline.now(), options),
		);
	}
	const head = JSON.stringify({kind: `${resource.kind}List`, apiVersion: apiVersionOf(resource), metadata});
	const text = `${head.slice(0, -1)},"items":[${items.map(wire.itemTextOf).join(',')}]}`;
	return sendText(request, response, 200, 'application/json', text);
}

/** What the query's labelSelector and fieldSelector select. Throws a Refusal when they cannot be read. */
export function selectionOf(resource: Resource, query: URLSearchParams): Matches {
	const byLabels = parseLabelSelector(query.get('labelSelector') ?? '');
	const byFields = parseFieldSelector(query.get('fieldSelector') ?? '', resource);
	return object => byLabels(object) && byFields(object);
}

/** 0 when it is not there. Throws a Refusal when it is no whole number. */
export function numberOf(query: URLSearchParams, name: string): number {
	const text = query.get(name) ?? '0';
	if (!/^\d{1,15}$/.test(text)) throw badRequest(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`);
	return Number(text);
}

/** autoscaling/v1 Scale of a workload. */
export function scaleOf({metadata, ...object}: KubeObject): object {
	const {name, namespace, uid, resourceVersion, creationTimestamp} = metadata;
	const {spec, status} = object as {spec?: {replicas?: number; selector?: object}; status?: {replicas?: number}};
	return {
		kind: 'Scale',
		apiVersion: 'autoscaling/v1',
		metadata: {name, namespace, uid, resourceVersion, creationTimestamp},
		spec: {replicas: spec?.replicas ?? 0},
		status: {replicas: status?.replicas ?? 0, selector: selectorText(spec?.selector)},
	};
}

/** With a selector the real server does not know how many remain. */
function nextPage(version: number, items: readonly KubeObject[], total: number, query: URLSearchParams): object {
	const last = items.at(-1);
	const isSelected = (query.get('labelSelector') ?? '') !== '' || (query.get('fieldSelector') ?? '') !== '';
	return {
		continue: continueToken({version, afterKey: last === undefined ? '' : keyOf(last)}),
		...(isSelected ? {} : {remainingItemCount: total - items.length}),
	};
}
