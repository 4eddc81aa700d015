import {fork} from 'node:child_process';
import {once} from 'node:events';
import {dirname, join} from 'node:path';
import {monitorEventLoopDelay} from 'node:perf_hooks';
import {createTransport} from '../../src/kube/transport/create-transport.ts';
import type {LogRange, LogSource, TailLine} from '../../src/model/log.ts';
import {createClock, createRandom} from '../../src/platform/clock.ts';
import {createLedger} from '../../src/session/ledger.ts';
import {createLogStreams} from '../../src/session/logs/streams.ts';
import type {Kit} from '../support/kit.ts';
import {accessOf} from '../support/real-access.ts';
import {type RealCluster, startCluster} from '../support/with-cluster.ts';

/** What becomes of the lines. */
export type Consume = (source: LogSource, lines: readonly TailLine[]) => void;

export interface FloodTerms {
	readonly pods: number;
	/** Of each pod. */
	readonly linesPerSecond: number;
	readonly seconds: number;
}

const NEW: LogRange = {key: '0', title: 'new', sinceMs: undefined, lines: 0};

/** Follows many pods through a real API server while each writes lines with numbers, and checks that every number came once. */
export async function measureFlood(
	kit: Kit,
	terms: FloodTerms,
	consume: Consume,
): Promise<Readonly<Record<string, number>>> {
	const cluster = startCluster(kit);
	try {
		return await measure(cluster, terms, consume);
	} finally {
		cluster.stop();
	}
}

async function measure(cluster: RealCluster, terms: FloodTerms, consume: Consume): Promise<Record<string, number>> {
	const {pods, linesPerSecond, seconds} = terms;
	cluster.kubectl('create', 'deployment', 'api', '--image=api', `--replicas=${pods}`);
	cluster.kubectl('rollout', 'status', 'deployment/api');
	const names = cluster.kubectl('get', 'pods', '-l', 'app=api', '-o', 'name').trim().split('\n');
	const clock = createClock();
	const transport = createTransport(await accessOf(cluster.kubeconfig), {clock, userAgent: 'dogwatch/bench'});
	/** The next number of each pod; what is not that is counted. */
	const expected = new Map<string, number>();
	let [lines, calls, wrong] = [0, 0, 0];
	const streams = createLogStreams({
		transport,
		clock,
		random: createRandom(),
		ledger: createLedger(),
		deliver(source, batch) {
			calls++;
			lines += batch.length;
			for (const {text} of batch) {
				const number = Number(/ seq=(\d+)$/.exec(text)?.[1]);
				if (number !== expected.get(source.pod)) wrong++;
				expected.set(source.pod, number + 1);
			}
			consume(source, batch);
		},
		reset: () => undefined,
		wake: () => undefined,
	});
	const sources = names.map(name => sourceOf(name.replace('pod/', '')));
	for (const {pod} of sources) expected.set(pod, 0);
	streams.want(sources.map(source => ({source, range: NEW, run: '0', shown: true})));
	// Until all are open at the node, as far as that can be known of a silent log.
	await rest(5000);
	const delay = monitorEventLoopDelay({resolution: 5});
	delay.enable();
	const [startedAt, before] = [performance.now(), process.cpuUsage()];
	const log = join(dirname(cluster.kubeconfig), 'logs/api.log');
	const writer = fork(join(import.meta.dirname, 'write-flood.ts'), [log, `${linesPerSecond}`, `${seconds}`]);
	const ended = once(writer, 'exit');
	await rest(seconds * 1000);
	const {user, system} = process.cpuUsage(before);
	const cpu = (user + system) / 1000 / (performance.now() - startedAt);
	const linesWhileWritten = lines;
	delay.disable();
	await ended;
	const total = linesPerSecond * seconds;
	const isWhole = (): boolean => [...expected.values()].every(next => next === total);
	const deadline = performance.now() + 60_000;
	while (!isWhole() && performance.now() < deadline) await rest(100);
	const lateMs = performance.now() - startedAt - seconds * 1000;
	streams.stop();
	transport.close();
	return {
		pods: sources.length,
		'lines per second': Math.round(linesWhileWritten / seconds),
		'lines in all': lines,
		'lost, doubled or out of order': wrong + [...expected.values()].filter(next => next !== total).length,
		'CPU, % of a core': Math.round(cpu * 1000) / 10,
		'CPU, microseconds per line': Math.round((cpu * seconds * 1e7) / linesWhileWritten) / 10,
		'lines per call': Math.round((lines / calls) * 10) / 10,
		'loop delay p99, ms': Math.round(delay.percentile(99) / 1e5) / 10,
		'last line, ms after the last was written': Math.round(lateMs),
		'resident, MB': Math.round(process.memoryUsage().rss / 1e6),
	};
}

function sourceOf(pod: string): LogSource {
	const same = {namespace: 'default', container: 'api', previous: false, revision: '', service: ''};
	return {key: `${pod}/api`, pod, podUid: pod, ...same};
}

function rest(durationMs: number): Promise<void> {
	return new Promise(resolve => setTimeout(resolve, durationMs));
}
