/**
 * What the diagnosis costs: `node --expose-gc test/bench/diagnose.ts`. 2,000 pods in 300 workloads, one workload in twenty in trouble,
 * 100 changes of pods a second in 20 commits; then an hour of 50 pods that crash again and again.
 */
import {
	aDeployment,
	ago,
	anEvent,
	anObject,
	aPod,
	aReplicaSet,
	type ApiObject,
	crashed,
	notReady,
	waiting,
} from '../../src/diagnosis/example.ts';
import {createEngine, type Engine} from '../../src/diagnosis/engine.ts';
import {rules} from '../../src/diagnosis/rules.ts';
import {kinds} from '../../src/kinds/index.ts';
import {createIntern} from '../../src/lib/intern.ts';
import type {Change} from '../../src/model/change.ts';
import type {Row} from '../../src/model/row.ts';
import {createJoin, type Join} from '../../src/services/join.ts';
import {type LastWords, readLastWords} from '../../src/telemetry/last-words.ts';
import {NOON, SECOND} from '../support/rows.ts';

const WORKLOADS = 300;
const PODS = 2000;
const SECONDS = 20;
const COMMITS_PER_SECOND = 20;
const CHANGES_PER_COMMIT = 5;
const USAGE = {pods: new Map(), nodes: new Map(), state: {phase: 'starting'}} as const;

interface Rig {
	readonly engine: Engine;
	readonly join: Join;
	readonly rows: Map<string, Row>;
	readonly lastWords: Map<string, LastWords>;
	readonly collections: Record<string, {rows: Map<string, Row>; complete: boolean}>;
	/** Milliseconds of CPU that the engine alone took. */
	commit(objects: readonly ApiObject[], now: number): number;
}

function createRig(): Rig {
	const intern = createIntern();
	const [engine, join] = [createEngine(), createJoin()];
	engine.learn(rules);
	const collections: Rig['collections'] = Object.fromEntries(
		kinds.map(({id}) => [id, {rows: new Map(), complete: true}]),
	);
	const lastWords = new Map<string, LastWords>();
	const rows = new Map<string, Row>();
	return {
		engine,
		join,
		rows,
		lastWords,
		collections,
		commit(objects, now) {
			const changes: Change[] = objects.flatMap(object => {
				const kind = kinds.find(candidate => candidate.objectKind === object.kind);
				if (kind === undefined) return [];
				const after = kind.project(object as never, intern);
				const own = collections[kind.id]?.rows;
				const before = own?.get(after.uid);
				own?.set(after.uid, after);
				rows.set(after.uid, after);
				return [{before, after}];
			});
			join.apply(changes, now);
			const before = process.cpuUsage();
			engine.run({collections, changes, join, usage: USAGE, lastWords: new Map(lastWords), now});
			// What others do on this machine at the same time does not count.
			const {user, system} = process.cpuUsage(before);
			return (user + system) / 1000;
		},
	};
}

/** A Deployment with its revision, its Service and its pods; one in twenty crashes, another one waits for its image. */
function workload(index: number, pods: number): readonly ApiObject[] {
	const name = `service-${index}`;
	return [
		aDeployment(name, {
			spec: {replicas: pods},
			status: {replicas: pods, updatedReplicas: pods, readyReplicas: pods},
		}),
		aReplicaSet(name, 1, {spec: {replicas: pods}}),
		anObject('v1', 'Service', name, {spec: {selector: {app: name}, ports: [{port: 80, targetPort: 8000}]}}),
		...Array.from({length: pods}, (_, number) => podOf(name, number, troubleOf(index))),
	];
}

type Trouble = 'crash' | 'image' | 'unready' | 'none';

function troubleOf(index: number): Trouble {
	if (index % 40 === 0) return 'crash';
	return index % 40 === 20 ? 'image' : 'none';
}

function podOf(name: string, number: number, trouble: Trouble, restarts = 3): ApiObject {
	const fields =
		trouble === 'crash'
			? crashed(name, 1, {restartCount: restarts})
			: trouble === 'image'
				? waiting(name, 'ErrImagePull', `docker.io/shop/${name}:1.8.2: not found`)
				: trouble === 'unready'
					? notReady(name, {started: true, state: {running: {startedAt: ago(4 * 3600)}}}, ago(1))
					: {};
	return aPod(name, 1, String(number), fields);
}

function measureRuns(): void {
	const each = Math.ceil(PODS / WORKLOADS);
	const rig = createRig();
	const world = Array.from({length: WORKLOADS}, (_, index) => workload(index, each)).flat();
	const firstMs = rig.commit(world, NOON);
	const runs: number[] = [];
	for (let commit = 1; commit <= SECONDS * COMMITS_PER_SECOND; commit++) {
		const objects = Array.from({length: CHANGES_PER_COMMIT}, (_, change) => {
			const index = (commit * 7919 + change * 104_729) % WORKLOADS;
			// What is in trouble crashes once more; of the others one pod loses its readiness, and gets it back a second later.
			const trouble = troubleOf(index);
			if (trouble !== 'none') return podOf(`service-${index}`, change % each, trouble, commit);
			const isLost = Math.floor(commit / COMMITS_PER_SECOND) % 2 === 0;
			return podOf(`service-${index}`, change % each, isLost ? 'unready' : 'none');
		});
		runs.push(rig.commit(objects, NOON + (commit * SECOND) / COMMITS_PER_SECOND));
	}
	const full = createRig();
	const fullMs = Array.from({length: 5}, (_, round) => {
		const again = round === 0 ? full : createRig();
		return again.commit(world, NOON);
	});
	const total = runs.reduce((sum, ms) => sum + ms, 0);
	console.log(
		[
			`${rules.length} rules, ${each * WORKLOADS} pods in ${WORKLOADS} workloads, ${rig.engine.findings.length} findings:`,
			`first run ${firstMs.toFixed(1)} ms, a full run ${median(fullMs).toFixed(1)} ms,`,
			`a commit of ${CHANGES_PER_COMMIT} changes ${median(runs).toFixed(3)} ms,`,
			`${(total / SECONDS / 10).toFixed(2)} % of a core at ${CHANGES_PER_COMMIT * COMMITS_PER_SECOND} changes/s`,
		].join(' '),
	);
}

function measureMemory(): void {
	const rig = createRig();
	rig.commit([...workload(1, 50), ...workload(2, 50)], NOON);
	for (let minute = 1; minute <= 5; minute++) crashAll(rig, minute);
	const before = heapBytes();
	for (let minute = 6; minute <= 65; minute++) crashAll(rig, minute);
	const grownMb = (heapBytes() - before) / 2 ** 20;
	console.log(`an hour of crash loops on 50 pods: the heap grows by ${grownMb.toFixed(2)} MB`);
}

function crashAll(rig: Rig, minute: number): void {
	const pods = Array.from({length: 50}, (_, number) => podOf('service-1', number, 'crash', minute));
	const events = pods.map(pod =>
		anEvent(pod, 'BackOff', 'Back-off restarting failed container', {
			count: minute,
			lastTimestamp: new Date(NOON + minute * 60_000).toISOString(),
		}),
	);
	for (const [number, pod] of pods.entries())
		rig.lastWords.set(
			`${String(pod.metadata['uid'])}/service-1`,
			readLastWords(`KeyError: 'gross-${minute}-${number}'`),
		);
	rig.commit([...pods, ...events], NOON + minute * 60_000);
}

function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Exact only with `node --expose-gc`. */
function heapBytes(): number {
	globalThis.gc?.();
	return process.memoryUsage().heapUsed;
}

measureRuns();
measureMemory();
