import type {IncomingMessage, ServerResponse} from 'node:http';
import {behaviourOf, momentOf, runKeyOf} from '../kubelet/run.ts';
import {forbidden, notFound, unreachable} from '../refusal.ts';
import {resourceNamed} from '../resources.ts';
import {sendText} from './answer.ts';
import type {Context} from './context.ts';

/** A request that the API server hands on to a pod. */
export interface Proxied {
	readonly namespace: string;
	readonly pod: string;
	readonly port: number;
	/** What the pod is asked for. */
	readonly path: string;
}

/** Reads `/api/v1/namespaces/shop/pods/api-1:8000/proxy/metrics`; undefined for all else. */
export function parseProxied(path: string): Proxied | undefined {
	const {namespace, pod, port, rest} = PROXIED.exec(path)?.groups ?? {};
	if (namespace === undefined || pod === undefined) return undefined;
	return {namespace, pod, port: Number(port ?? 80), path: rest === undefined || rest === '' ? '/' : rest};
}

const PROXIED =
	/^\/api\/v1\/namespaces\/(?<namespace>[^/]+)\/pods\/(?:https?:)?(?<pod>[^/:]+)(?::(?<port>\d{1,5}))?\/proxy(?<rest>\/.*)?$/;

/** Answers with the metrics of a pod. Throws a Refusal when nothing listens there, or nobody may ask. */
export function sendProxied(
	{world, clock, rules}: Context,
	{namespace, pod: name, port, path}: Proxied,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const pods = resourceNamed('pods');
	if (rules.isForbidden('get', 'pods/proxy', '', namespace)) throw forbidden('get', pods, 'proxy', namespace, name);
	const pod = world.store.get('pods', namespace, name);
	if (pod === undefined) throw notFound(pods, name);
	for (const container of pod.spec.containers) {
		const runs = world.runs.get(runKeyOf(pod, container.name));
		const metrics = behaviourOf(world.behaviours, pod, container, 'metrics');
		if (metrics === undefined || runs?.newest === undefined || runs.newest.finishedAt !== undefined) continue;
		if (!listensOn(container.ports, port)) continue;
		if (path !== '/metrics') return sendText(request, response, 404, 'text/plain; charset=utf-8', 'Not Found');
		const text = metrics(momentOf(runs.newest, runs.seed, world.beganAt, clock.now()));
		return sendText(request, response, 200, 'text/plain; version=0.0.4; charset=utf-8', text);
	}
	throw unreachable(`dial tcp ${pod.status.podIP ?? ''}:${port}: connect: connection refused`);
}

function listensOn(ports: readonly {containerPort: number}[] | undefined, port: number): boolean {
	return ports?.some(({containerPort}) => containerPort === port) ?? false;
}
