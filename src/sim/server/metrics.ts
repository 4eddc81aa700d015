import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Usage} from '../contract.ts';
import type {Node} from '../objects.ts';
import type {Pod} from '../pod-object.ts';
import {kibibytes, nanocores} from '../quantity.ts';
import {notFound} from '../refusal.ts';
import {secondsTime} from '../times.ts';
import {SCRAPE_MS, usageOf} from '../usage.ts';
import type {World} from '../world.ts';
import {sendJson} from './answer.ts';
import type {Context} from './context.ts';
import {selectionOf} from './read.ts';
import type {Target} from './target.ts';

/** metrics.k8s.io/v1beta1: what metrics-server says of pods and nodes. */
export function sendMetrics(
	{world}: Context,
	{resource, namespace, name}: Target,
	query: URLSearchParams,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const matches = selectionOf(resource, query);
	const items =
		resource.plural === 'pods'
			? world.store
					.list('pods', namespace)
					.filter(matches)
					.flatMap(pod => podMetrics(pod, world))
			: world.store
					.list('nodes')
					.filter(matches)
					.map(node => nodeMetrics(node, world));
	const head = {apiVersion: 'metrics.k8s.io/v1beta1', metadata: {}};
	if (name === '') return sendJson(request, response, 200, {kind: `${resource.kind}List`, ...head, items});
	const one = items.find(({metadata}) => metadata.name === name);
	if (one === undefined) throw notFound(resource, name);
	return sendJson(request, response, 200, {kind: resource.kind, ...head, ...one});
}

interface Metrics {
	readonly metadata: {readonly name: string};
}

/** Nothing for a pod that is too young, or does not run. */
function podMetrics(pod: Pod, world: World): Metrics[] {
	const usage = usageOf(pod, world);
	if (usage === undefined) return [];
	const {name, namespace, labels} = pod.metadata;
	const containers = usage.containers.map(({name: container, ...used}) => ({
		name: container,
		usage: quantitiesOf(used),
	}));
	const metadata = {name, namespace, creationTimestamp: secondsTime(world.timeline.now()), labels};
	return [{metadata, ...windowOf(usage.at), containers} as Metrics];
}

/** A node uses what its pods use, and some for itself. */
function nodeMetrics(node: Node, world: World): Metrics {
	const {name, labels} = node.metadata;
	const pods = world.store.list('pods').filter(pod => pod.spec.nodeName === name);
	const used = pods.flatMap(pod => usageOf(pod, world)?.containers ?? []);
	const own = {cpu: 0.12, memory: 1.1 * 2 ** 30};
	const sum = used.reduce((a, b) => ({cpu: a.cpu + b.cpu, memory: a.memory + b.memory}), own);
	const now = world.timeline.now();
	const metadata = {name, creationTimestamp: secondsTime(now), labels};
	return {metadata, ...windowOf(Math.floor(now / SCRAPE_MS) * SCRAPE_MS), usage: quantitiesOf(sum)} as Metrics;
}

function windowOf(at: number): object {
	return {timestamp: secondsTime(at), window: `${SCRAPE_MS / 1000}.012s`};
}

function quantitiesOf({cpu, memory}: Usage): object {
	return {cpu: nanocores(cpu), memory: kibibytes(memory)};
}
