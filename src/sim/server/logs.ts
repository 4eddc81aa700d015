import type {IncomingMessage, ServerResponse} from 'node:http';
import type {LogScript} from '../contract.ts';
import {behaviourOf, runKeyOf, type Run} from '../kubelet/run.ts';
import type {Container, Pod} from '../pod-object.ts';
import {badRequest, notFound} from '../refusal.ts';
import {nanoTime} from '../times.ts';
import type {Context} from './context.ts';
import {lastLines, linesBetween, type LogLine} from './log-lines.ts';
import {numberOf} from './read.ts';
import type {Target} from './target.ts';

/** How often a followed log is looked at. */
const FOLLOW_MS = 500;

/** GET of `pods/NAME/log`. Throws a Refusal in the kubelet's words when there is nothing to read. */
export function sendLog(
	context: Context,
	target: Target,
	query: URLSearchParams,
	request: IncomingMessage,
	response: ServerResponse,
): void {
	const {world, clock} = context;
	const pod = world.store.get('pods', target.namespace, target.name);
	if (pod === undefined) throw notFound(target.resource, target.name);
	const container = containerOf(pod, query.get('container') ?? '');
	const runs = world.runs.get(runKeyOf(pod, container.name));
	const run = isTrue(query, 'previous') ? previousRun(pod, container, context) : runOf(pod, container, context);
	const script = behaviourOf(world.behaviours, pod, container, 'logs') ?? {};
	const now = clock.now();
	const write = createLines(query, response);
	response.writeHead(200, {
		'Cache-Control': 'no-cache, private',
		'Content-Type': 'text/plain',
		'Transfer-Encoding': 'chunked',
	});
	response.flushHeaders();
	if (run === undefined) {
		response.end();
		return;
	}
	const seed = runs?.seed ?? 0;
	for (const line of wanted(script, run, seed, query, now)) write(line);
	if (!isTrue(query, 'follow') || run.finishedAt !== undefined) {
		response.end();
		return;
	}
	let readUntil = now;
	const cancel = clock.every(FOLLOW_MS, () => {
		const until = clock.now();
		for (const line of linesBetween(script, run, seed, readUntil, until)) write(line);
		readUntil = until;
		const isGone = world.store.get('pods', target.namespace, target.name)?.metadata.uid !== pod.metadata.uid;
		if (run.finishedAt !== undefined || isGone) response.end();
	});
	response.once('close', cancel);
	request.once('close', cancel);
}

/** The container asked for, or the only one. */
function containerOf(pod: Pod, name: string): Container {
	const {containers} = pod.spec;
	const [only] = containers;
	if (name === '' && containers.length > 1) {
		const names = containers.map(one => one.name).join(' ');
		throw badRequest(`a container name must be specified for pod ${pod.metadata.name}, choose one of: [${names}]`);
	}
	const found = name === '' ? only : containers.find(one => one.name === name);
	if (found === undefined) throw badRequest(`container ${name} is not valid for pod ${pod.metadata.name}`);
	return found;
}

/** The run whose log is the present one: while a container waits to start again, that is its last. Undefined before a node is found. */
function runOf(pod: Pod, container: Container, {world}: Context): Run | undefined {
	const run = world.runs.get(runKeyOf(pod, container.name))?.newest;
	if (run !== undefined || pod.spec.nodeName === undefined) return run;
	const reason = pod.status.containerStatuses?.find(({name}) => name === container.name)?.state.waiting?.reason;
	const isPulling = reason === 'ErrImagePull' || reason === 'ImagePullBackOff';
	const why = isPulling ? 'trying and failing to pull image' : (reason ?? 'ContainerCreating');
	throw badRequest(`container "${container.name}" in pod "${pod.metadata.name}" is waiting to start: ${why}`);
}

/** The run of lastState. In a back-off that is the newest one, which is why both logs are the same then. */
function previousRun(pod: Pod, container: Container, {world}: Context): Run {
	const runs = world.runs.get(runKeyOf(pod, container.name));
	const isWaiting =
		pod.status.containerStatuses?.find(({name}) => name === container.name)?.state.waiting !== undefined;
	const run = isWaiting ? runs?.newest : runs?.before;
	if (run === undefined)
		throw badRequest(`previous terminated container "${container.name}" in pod "${pod.metadata.name}" not found`);
	return run;
}

/** tailLines counts from the end of what sinceTime and sinceSeconds leave. */
function wanted(script: LogScript, run: Run, seed: number, query: URLSearchParams, now: number): LogLine[] {
	const sinceTime = Date.parse(query.get('sinceTime') ?? '');
	const sinceMs = query.has('sinceSeconds') ? now - numberOf(query, 'sinceSeconds') * 1000 : -Infinity;
	const from = Number.isNaN(sinceTime) ? sinceMs : sinceTime;
	if (!query.has('tailLines')) return linesBetween(script, run, seed, from, now);
	return lastLines(script, run, seed, numberOf(query, 'tailLines'), from, now);
}

/** Writes lines until limitBytes is reached, with time stamps when they are asked for. */
function createLines(query: URLSearchParams, response: ServerResponse): (line: LogLine) => void {
	const hasStamps = isTrue(query, 'timestamps');
	let left = query.has('limitBytes') ? numberOf(query, 'limitBytes') : Infinity;
	return ({at, text}) => {
		const line = Buffer.from(`${hasStamps ? `${nanoTime(at)} ` : ''}${text}\n`).subarray(0, left);
		left -= line.length;
		if (line.length > 0) response.write(line);
	};
}

function isTrue(query: URLSearchParams, name: string): boolean {
	return /^(1|true)$/.test(query.get(name) ?? '');
}
