/**
 * How long after the cluster knows it the screen says it: `node test/bench/verdict.ts`. A simulated cluster on the wire, real time;
 * from the write of the pod's status to the commit that publishes the finding, which is painted at once.
 */
import {performance} from 'node:perf_hooks';
import {createClock, createRandom} from '../../src/platform/clock.ts';
import {openAddress} from '../../src/session/clusters.ts';
import type {Cluster} from '../../src/sim/contract.ts';
import type {Pod} from '../../src/sim/pod-object.ts';
import {scenarios} from '../../src/sim/scenarios.ts';
import {createSim} from '../../src/sim/sim.ts';

/** Stories whose verdict needs no log, and one whose cause stands in a log. */
const STORIES: readonly {readonly id: string; readonly known: RegExp; readonly said: RegExp}[] = [
	{id: 'image-not-found', known: /ErrImagePull/, said: /image/},
	{id: 'config-key-missing', known: /CreateContainerConfigError/, said: /CURRENCY/},
	// By policy nothing is said of a first crash, which a restart may mend: known is the second.
	{
		id: 'module-missing',
		known: /"state":\{"(?:terminated|waiting)"[^}]*\}+,"lastState":\{"terminated"/,
		said: /redis/,
	},
];

/** Stories begin after 20 s. */
const WAIT_MS = 60_000;

for (const story of STORIES) console.log(await measure(story));

async function measure({id, known, said}: (typeof STORIES)[number]): Promise<string> {
	const scenario = scenarios.find(candidate => candidate.id === id);
	if (scenario === undefined) throw new Error(`no scenario ${id}`);
	const machine = {clock: createClock(), random: createRandom(), version: 'bench'};
	const sim = await createSim({scenario, ...machine});
	const session = await openAddress(machine, sim.url, 'bench', scenario.namespace).connect(undefined, undefined);
	let knownAt: number | undefined;
	let saidAt: number | undefined;
	const unsubscribe = session.world.subscribe(({findings}) => {
		if (saidAt === undefined && findings.some(({title, evidence}) => said.test(title + evidence[0]?.text)))
			saidAt = performance.now();
	});
	const until = performance.now() + WAIT_MS;
	while (saidAt === undefined && performance.now() < until) {
		if (knownAt === undefined && isKnown(sim, known)) knownAt = performance.now();
		await new Promise(resolve => setTimeout(resolve, 1));
	}
	unsubscribe();
	session.stop();
	await sim.stop();
	if (saidAt === undefined || knownAt === undefined) return `${id}: never said`;
	return `${id}: said ${Math.max(0, saidAt - knownAt).toFixed(0)} ms after the cluster knew it`;
}

function isKnown(cluster: Cluster, known: RegExp): boolean {
	return cluster.list('pods').some(pod => known.test(JSON.stringify((pod as Pod).status)));
}
