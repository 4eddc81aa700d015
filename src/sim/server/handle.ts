import type {IncomingMessage, ServerResponse} from 'node:http';
import {sleep} from '../../lib/clock.ts';
import {forbidden, methodNotAllowed, noSuchPath} from '../refusal.ts';
import {ACCESS_REVIEW_PATH, sendAccessReview} from './access-review.ts';
import {sendJson, sendRefusal, sendText} from './answer.ts';
import type {Context} from './context.ts';
import {discoveryOf} from './discovery.ts';
import {sendRule} from './faults.ts';
import {sendLog} from './logs.ts';
import {sendMetrics} from './metrics.ts';
import {sendList, sendOne} from './read.ts';
import {parseProxied, sendProxied} from './proxy.ts';
import {metricsResources, parseTarget, verbOf} from './target.ts';
import {openWatch} from './watch.ts';
import {sendWrite} from './write.ts';

/** Answers one request: faults first, then what a Kubernetes API server would say. */
export async function handle(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const url = request.url ?? '/';
	const rule = context.rules.take(url);
	if (rule === 'hang') return;
	if (context.rules.latencyMs > 0) await sleep(context.clock, context.rules.latencyMs);
	response.setHeader('Date', new Date(context.clock.now()).toUTCString());
	if (rule !== undefined) {
		sendRule(response, rule);
		return;
	}
	try {
		await answer(context, url, request, response);
	} catch (thrown) {
		if (response.headersSent) response.destroy();
		else await sendRefusal(request, response, thrown);
	}
}

async function answer(
	context: Context,
	url: string,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const [path = '/', search = ''] = url.split('?', 2);
	const query = new URLSearchParams(search);
	const method = request.method ?? 'GET';
	if (/^\/(readyz|livez|healthz)$/.test(path))
		return sendText(request, response, 200, 'text/plain; charset=utf-8', 'ok');
	if (path === ACCESS_REVIEW_PATH && method === 'POST') return sendAccessReview(context, request, response);
	const document = discoveryOf(path, request.headers.host ?? '');
	if (document !== undefined) {
		if (method !== 'GET') throw methodNotAllowed();
		return sendJson(request, response, 200, document);
	}
	return answerResource(context, path, query, request, response);
}

async function answerResource(
	context: Context,
	path: string,
	query: URLSearchParams,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const proxied = parseProxied(path);
	if (proxied !== undefined) return sendProxied(context, proxied, request, response);
	const target = parseTarget(path);
	if (target === undefined) {
		// The real server knows a group's paths by their group only.
		if (isKnownGroup(path)) throw noSuchPath();
		return sendText(request, response, 404, 'text/plain; charset=utf-8', '404 page not found\n');
	}
	const {resource, namespace, name, subresource} = target;
	const isWatch = /^(1|true)$/.test(query.get('watch') ?? '');
	const verb = verbOf(request.method ?? 'GET', target, isWatch);
	const what = subresource === '' ? resource.plural : `${resource.plural}/${subresource}`;
	if (context.rules.isForbidden(verb, what, resource.group, namespace))
		throw forbidden(verb, resource, subresource, namespace, name);
	if (metricsResources.includes(resource)) {
		if (request.method !== 'GET' || isWatch) throw methodNotAllowed();
		return sendMetrics(context, target, query, request, response);
	}
	if (subresource === 'log' && resource.plural === 'pods' && verb === 'get')
		return sendLog(context, target, query, response);
	if (subresource !== '' && subresource !== 'status' && !(subresource === 'scale' && resource.hasScale))
		throw noSuchPath();
	if (verb === 'get') return sendOne(context, target, query, request, response);
	if (verb === 'watch') return openWatch(context, target, query, request, response);
	if (verb === 'list') return sendList(context, target, query, request, response);
	return sendWrite(context, target, query, request, response);
}

function isKnownGroup(path: string): boolean {
	const root = /^\/(?:api|apis\/[^/]+)\/[^/]+(?=\/)/.exec(path)?.[0];
	return root !== undefined && discoveryOf(root, '') !== undefined;
}
