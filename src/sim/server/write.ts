import type {IncomingMessage, ServerResponse} from 'node:http';
import {copyOf, isObject, without, type JsonObject} from '../json.ts';
import type {KubeObject} from '../objects.ts';
import {badRequest, conflict, methodNotAllowed, notFound, unsupportedMediaType, wrongObject} from '../refusal.ts';
import {apiVersionOf} from '../resources.ts';
import {jsonPatch, mergePatch, strategicMergePatch} from '../storage/patch.ts';
import type {Writer} from '../storage/managed-fields.ts';
import {sendJson, sendText} from './answer.ts';
import {asObject, readJson} from './body.ts';
import type {Context} from './context.ts';
import {scaleOf} from './read.ts';
import type {Target} from './target.ts';

interface Write {
	readonly context: Context;
	readonly target: Target;
	readonly body: unknown;
	readonly contentType: string;
	readonly writer: Writer;
	/** dryRun=All: everything but the change itself. */
	readonly isTrial: boolean;
}

/** POST, PUT, PATCH and DELETE. Throws Refusals. */
export async function sendWrite(
	context: Context,
	target: Target,
	query: URLSearchParams,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const write: Write = {
		context,
		target,
		body: await readJson(request),
		contentType: (request.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '',
		writer: {manager: managerOf(query, request)},
		isTrial: query.get('dryRun') === 'All',
	};
	if (request.method === 'DELETE') return sendDeletion(write, query, request, response);
	const object = request.method === 'POST' ? create(write) : update(write, request.method === 'PATCH');
	const isScale = target.subresource === 'scale';
	if (isScale) return sendJson(request, response, 200, scaleOf(object));
	return sendText(
		request,
		response,
		request.method === 'POST' ? 201 : 200,
		'application/json',
		context.wire.textOf(object),
	);
}

function create({context, target, body, writer, isTrial}: Write): KubeObject {
	const {resource, namespace} = target;
	const object = asObject(body);
	if (object.kind !== resource.kind || object.apiVersion !== apiVersionOf(resource)) throw wrongObject(resource);
	if (resource.namespaced && namespace === '') throw methodNotAllowed();
	checkNamespace(object, namespace);
	const metadata = {...object.metadata, ...(resource.namespaced ? {namespace} : {})};
	const created = {...without(object, 'status'), metadata};
	return context.world.registry.create(resource, created, writer, isTrial);
}

/** Replaces or patches the object, only its status, or only its number of replicas. */
function update(write: Write, isPatch: boolean): KubeObject {
	const {context, target, writer, isTrial} = write;
	const {resource, namespace, name, subresource} = target;
	const old = context.world.store.get(resource.plural, namespace, name);
	if (old === undefined) throw notFound(resource, name);
	const whole = subresource === 'scale' ? (scaleOf(old) as JsonObject) : (copyOf(old) as JsonObject);
	const next = asObject(isPatch ? patched(write, whole) : write.body);
	if (!isPatch && subresource !== 'scale' && next.kind !== resource.kind) throw wrongObject(resource);
	if (next.metadata.name !== name)
		throw badRequest(`the name of the object (${next.metadata.name}) does not match the name on the URL (${name})`);
	checkNamespace(next, namespace);
	if ((next.metadata.resourceVersion ?? old.metadata.resourceVersion) !== old.metadata.resourceVersion)
		throw conflict(resource, name);
	return context.world.registry.replace(
		resource,
		{...merged(old, next, subresource), kind: resource.kind},
		{...writer, ...partOf(subresource)},
		isTrial,
	);
}

/** The part of the object that a request on this subresource may change. */
function merged(old: KubeObject, next: KubeObject, subresource: string): KubeObject {
	if (subresource === 'status') return {...copyOf(old), status: next['status']};
	if (subresource === '') {
		return {
			...without(next, 'status'),
			metadata: {...next.metadata, ...namespaceOf(old)},
			...('status' in old ? {status: copyOf(old['status'])} : {}),
		};
	}
	const replicas = isObject(next['spec']) ? next['spec']['replicas'] : undefined;
	if (typeof replicas !== 'number' || replicas < 0 || !Number.isInteger(replicas))
		throw badRequest('spec.replicas: Invalid value');
	const copy = copyOf(old);
	if (isObject(copy['spec'])) copy['spec']['replicas'] = replicas;
	return copy;
}

function patched({contentType, body}: Write, whole: JsonObject): JsonObject {
	if (contentType === 'application/json-patch+json') return jsonPatch(whole, body);
	if (!isObject(body))
		throw badRequest(
			'error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}',
		);
	if (contentType === 'application/merge-patch+json') return mergePatch(whole, body);
	if (contentType === 'application/strategic-merge-patch+json') return strategicMergePatch(whole, body);
	throw unsupportedMediaType();
}

function sendDeletion(
	{context, target, body, isTrial}: Write,
	query: URLSearchParams,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const {resource, namespace, name} = target;
	const options = isObject(body) ? body : {};
	const grace = options['gracePeriodSeconds'] ?? query.get('gracePeriodSeconds') ?? undefined;
	const uid = isObject(options['preconditions']) ? options['preconditions']['uid'] : undefined;
	const existing = context.world.store.get(resource.plural, namespace, name);
	if (uid !== undefined && existing !== undefined && existing.metadata.uid !== uid) throw conflict(resource, name);
	const left = context.world.registry.remove(
		resource,
		namespace,
		name,
		grace === undefined ? undefined : Number(grace),
		isTrial,
	);
	if (resource.plural === 'pods')
		return sendText(request, response, 200, 'application/json', context.wire.textOf(left));
	const details = {
		name,
		...(resource.group === '' ? {} : {group: resource.group}),
		kind: resource.plural,
		uid: left.metadata.uid,
	};
	return sendJson(request, response, 200, {
		kind: 'Status',
		apiVersion: 'v1',
		metadata: {},
		status: 'Success',
		details,
	});
}

/** Who the client says it is, else the first word of its user agent. */
function managerOf(query: URLSearchParams, request: IncomingMessage): string {
	return query.get('fieldManager') ?? /^[^/\s]+/.exec(request.headers['user-agent'] ?? '')?.[0] ?? 'unknown';
}

function checkNamespace({metadata}: KubeObject, namespace: string): void {
	if (metadata.namespace === undefined || namespace === '' || metadata.namespace === namespace) return;
	throw badRequest(`the namespace of the provided object does not match the namespace sent on the request`);
}

function namespaceOf({metadata: {namespace}}: KubeObject): {namespace?: string} {
	return namespace === undefined ? {} : {namespace};
}

function partOf(subresource: string): {subresource?: 'status' | 'scale'} {
	return subresource === 'status' || subresource === 'scale' ? {subresource} : {};
}
