import type {ServerResponse} from 'node:http';
import {behaviourOf, runKeyOf, type Run} from '../kubelet/run.ts';
import type {Container, Pod} from '../pod-object.ts';
import {badRequest, notFound} from '../refusal.ts';
import {nanoTime} from '../times.ts';
import type {Context} from './context.ts';
import {lastLines, linesBetween, type Log, type LogLine} from './log-lines.ts';
import {numberOf} from './read.ts';
import type {Target} from './target.ts';

/** How often a followed log is looked at. */
const FOLLOW_MS = 500;
/** Within that, the next line of a log that is cut is looked for. */
const AHEAD_MS = 5000;
/** More than that is not written to who does not read. */
const UNREAD_MAX_BYTES = 4 * 1024 * 1024;

/** GET of `pods/NAME/log`. Throws a Refusal in the kubelet's words when there is nothing to read. */
export function sendLog(context: Context, target: Target, query: URLSearchParams, response: ServerResponse): void {
	const {world, clock} = context;
	const pod = world.store.get('pods', target.namespace, target.name);
	if (pod === undefined) throw notFound(target.resource, target.name);
	const container = containerOf(pod, query.get('container') ?? '');
	const runs = world.runs.get(runKeyOf(pod, container.name));
	const run = isTrue(query, 'previous') ? previousRun(pod, container, context) : runOf(pod, container, context);
	const script = behaviourOf(world.behaviours, pod, container, 'logs') ?? {};
	const now = clock.now();
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
	const log = {script, run, seed: runs?.seed ?? 0, beganAt: world.beganAt};
	const bytesOf = createBytes(query);
	const send = (lines: readonly LogLine[], isLast: boolean): void => {
		const {bytes, isFull} = bytesOf(lines);
		if (bytes.length > 0) response.write(bytes);
		if (isFull || isLast) response.end();
	};
	const isFollowed = isTrue(query, 'follow') && run.finishedAt === undefined;
	send(wanted(log, query, now), !isFollowed);
	if (!isFollowed) return;
	let readUntil = now;
	const close = clock.every(FOLLOW_MS, () => {
		// Who does not read gets the lines later, as from a file.
		if (response.writableEnded || response.writableLength > UNREAD_MAX_BYTES) return;
		const until = clock.now();
		const isGone = world.store.get('pods', target.namespace, target.name)?.metadata.uid !== pod.metadata.uid;
		send(linesBetween(log, readUntil, until), run.finishedAt !== undefined || isGone);
		readUntil = until;
	});
	const half = (): Buffer => {
		const {bytes} = bytesOf(linesBetween(log, readUntil, readUntil + AHEAD_MS).slice(0, 1));
		return bytes.subarray(0, Math.ceil(bytes.length * 0.6));
	};
	context.followers.add({response, half, close});
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

/** tailLines counts from the end of what sinceTime and sinceSeconds leave. The API server tells kubelets whole seconds of sinceTime. */
function wanted(log: Log, query: URLSearchParams, now: number): LogLine[] {
	const sinceTime = Math.floor(Date.parse(query.get('sinceTime') ?? '') / 1000) * 1000;
	const sinceMs = query.has('sinceSeconds') ? now - numberOf(query, 'sinceSeconds') * 1000 : -Infinity;
	const {rotatesMs = Infinity} = log.script;
	const rotatedAt = Number.isFinite(rotatesMs) ? Math.floor(now / rotatesMs) * rotatesMs : -Infinity;
	const from = Math.max(rotatedAt, Number.isNaN(sinceTime) ? sinceMs : sinceTime);
	if (!query.has('tailLines')) return linesBetween(log, from, now);
	return lastLines(log, numberOf(query, 'tailLines'), from, now);
}

/** Lines as they are sent, with time stamps when they are asked for; full when limitBytes is reached, which may cut a line. */
function createBytes(query: URLSearchParams): (lines: readonly LogLine[]) => {bytes: Buffer; isFull: boolean} {
	const hasStamps = isTrue(query, 'timestamps');
	let left = query.has('limitBytes') ? numberOf(query, 'limitBytes') : Infinity;
	return lines => {
		const text = lines.map(line => `${hasStamps ? `${nanoTime(line.at)} ` : ''}${line.text}\n`).join('');
		const bytes = Buffer.from(text).subarray(0, left);
		left -= bytes.length;
		return {bytes, isFull: left <= 0};
	};
}

function isTrue(query: URLSearchParams, name: string): boolean {
	return /^(1|true)$/.test(query.get(name) ?? '');
}
