import {createCluster} from './cluster.ts';
import type {Faults, Sim, SimOptions} from './contract.ts';
import {controllers} from './controllers/all.ts';
import {runAutoscalers} from './controllers/autoscaler.ts';
import {runCollector} from './controllers/collector.ts';
import {runControllers} from './controllers/queue.ts';
import {runKubelets} from './kubelet/kubelet.ts';
import {createRecorder} from './recorder.ts';
import type {Context} from './server/context.ts';
import {createFaultRules} from './server/faults.ts';
import {createFollowers} from './server/followers.ts';
import {handle} from './server/handle.ts';
import {createListener, type Listener} from './server/listener.ts';
import {createWatchers} from './server/watchers.ts';
import {createHistory} from './storage/history.ts';
import {createRegistry} from './storage/registry.ts';
import {createStore} from './storage/store.ts';
import {createWire} from './storage/wire.ts';
import {createTimeline} from './timeline.ts';
import type {World} from './world.ts';

/** Requests remembered, so that a cluster that runs for days does not grow. */
const REQUESTS_MAX = 1000;

/** Builds the cluster of a scenario, runs through its past, and serves it on loopback. */
export async function createSim({scenario, clock, random, port = 0}: SimOptions): Promise<Sim> {
	const startedAt = clock.now();
	const timeline = createTimeline(clock, startedAt - scenario.ageMs);
	const store = createStore();
	const registry = createRegistry(store, timeline.now, random);
	const recorder = createRecorder(store, registry, timeline.now);
	const world: World = {
		store,
		registry,
		recorder,
		timeline,
		beganAt: startedAt,
		random,
		behaviours: scenario.behaviours,
		runs: new Map(),
	};
	const history = createHistory(store);
	const cluster = createCluster(world);
	runKubelets(world);
	runControllers(controllers, world);
	runAutoscalers(world);
	runCollector(world);
	for (const object of scenario.objects()) cluster.apply(object);
	for (const {atMs, does} of scenario.script) timeline.after(startedAt + atMs - timeline.now(), () => does(cluster));
	timeline.start();

	const watchers = createWatchers();
	const followers = createFollowers();
	const rules = createFaultRules();
	const context: Context = {world, clock, history, wire: createWire(), watchers, followers, rules};
	const requests: {method: string; url: string; at: number}[] = [];
	const listener = await createListener(port, (request, response) => {
		requests.push({method: request.method ?? '', url: request.url ?? '', at: clock.now()});
		if (requests.length > REQUESTS_MAX) requests.shift();
		void handle(context, request, response);
	});
	return {
		...cluster,
		get resourceVersion() {
			return store.version;
		},
		url: `http://127.0.0.1:${listener.port}`,
		bookmark: () => watchers.bookmark(),
		faults: createFaults(context, listener),
		requests,
		async stop() {
			timeline.stop();
			await listener.close();
		},
	};
}

function createFaults({rules, watchers, followers, history, world}: Context, listener: Listener): Faults {
	const cluster = createCluster(world);
	return {
		answer: rule => rules.answer(rule),
		hang: (path, times = 1) => rules.hang(path, times),
		forbid: (verb, resource, namespace) => rules.forbid(verb, resource, namespace),
		cutWatches: how => watchers.cut(how),
		cutLogs: how => followers.cut(how),
		sendLine: line => watchers.sendLine(line),
		refuse: () => listener.close(),
		accept: () => listener.open(),
		expireHistory: () => history.expire(),
		swell(resource, namespace, name, bytes = 1024 * 1024) {
			cluster.patch(resource, namespace, name, {
				metadata: {annotations: {'example.com/note': 'x'.repeat(bytes)}},
			});
		},
		slow(latencyMs) {
			rules.latencyMs = latencyMs;
		},
		clear: () => rules.clear(),
	};
}
