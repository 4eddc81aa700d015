import {performance} from 'node:perf_hooks';
import type {ContainerRow, PodRow} from '../../src/model/pod.ts';
import type {Row} from '../../src/model/row.ts';
import {createJoin} from '../../src/services/join.ts';
import {
	container,
	crashing,
	deployment,
	endpointslice,
	exit,
	NOON,
	ownerOf,
	pod,
	replicaset,
	service,
} from '../support/rows.ts';

/** What the join costs: `node test/bench/join.ts`. 100 changes of pods a second, committed 20 times a second. */
const SECONDS = 20;
const COMMITS_PER_SECOND = 20;
const CHANGES_PER_COMMIT = 5;

for (const [pods, services] of [
	[2000, 60],
	[10_000, 300],
	[10_000, 10],
] as const) {
	console.log(measure(pods, services));
}

function measure(podCount: number, serviceCount: number): string {
	const world = worldOf(podCount, serviceCount);
	const before = heapBytes();
	const join = createJoin();
	const firstMs = timed(() =>
		join.apply(
			world.map(after => ({before: undefined, after})),
			NOON,
		),
	);
	const heapMb = (heapBytes() - before) / 2 ** 20;
	const pods = world.filter((row): row is PodRow => row.kind === 'pod');
	const commits: number[] = [];
	const cpuBefore = process.cpuUsage();
	for (let commit = 0; commit < SECONDS * COMMITS_PER_SECOND; commit++) {
		const now = NOON + (commit * 1000) / COMMITS_PER_SECOND;
		const changes = Array.from({length: CHANGES_PER_COMMIT}, (_, index) => {
			const at = (commit * 7919 + index * 104_729) % pods.length;
			const old = pods[at] ?? pod();
			const next = {...old, ...flipped(old, commit, now)};
			pods[at] = next;
			return {before: old, after: next};
		});
		commits.push(timed(() => join.apply(changes, now)));
	}
	const {user, system} = process.cpuUsage(cpuBefore);
	commits.sort((a, b) => a - b);
	const at = (share: number): string => (commits[Math.floor(share * (commits.length - 1))] ?? 0).toFixed(3);
	return [
		`${podCount} pods in ${serviceCount} services:`,
		`first ${firstMs.toFixed(0)} ms, heap ${heapMb.toFixed(1)} MB;`,
		`a commit ${at(0.5)} ms (p99 ${at(0.99)}, max ${at(1)}),`,
		`${((user + system) / SECONDS / 10_000).toFixed(2)} % of a core with all that makes the changes`,
	].join(' ');
}

/** Now and then a crash, otherwise a change of readiness. */
function flipped(old: PodRow, commit: number, now: number): Partial<PodRow> {
	if (commit % 4 > 0) return {ready: !old.ready};
	const restarts = (old.containers[0]?.restarts ?? 0) + 1;
	const containers: readonly ContainerRow[] = [crashing({restarts, lastExit: exit({finishedAt: now})})];
	return {ready: false, containers};
}

/** Each service: a Deployment with eleven ReplicaSets, a Service with its slices. */
function worldOf(podCount: number, serviceCount: number): readonly Row[] {
	const each = Math.floor(podCount / serviceCount);
	const shared = container();
	return Array.from({length: serviceCount}, (_, index) => {
		const name = `service-${index}`;
		const workload = deployment({name, revision: '11', wanted: each});
		const sets = Array.from({length: 11}, (_empty, number) =>
			replicaset({
				name: `${name}-${number}`,
				hash: String(number),
				revision: number + 1,
				owner: ownerOf(workload),
			}),
		);
		const owner = ownerOf(sets.at(-1) ?? workload);
		const pods = Array.from({length: each}, (_empty, number) =>
			pod({name: `${name}-${number}`, owner, revisionHash: '10', containers: [shared]}),
		);
		const slices = Array.from({length: Math.ceil(each / 100)}, (_empty, number) =>
			endpointslice(pods.slice(number * 100, (number + 1) * 100), {
				name: `${name}-${number}`,
				uid: `slice-${name}-${number}`,
				service: name,
			}),
		);
		return [workload, ...sets, ...pods, service({name}), ...slices];
	}).flat();
}

function timed(run: () => void): number {
	const startedAt = performance.now();
	run();
	return performance.now() - startedAt;
}

/** Exact only with `node --expose-gc`. */
function heapBytes(): number {
	globalThis.gc?.();
	return process.memoryUsage().heapUsed;
}
