import type {StoreApi} from 'zustand/vanilla';
import type {Clock, Random} from '../lib/clock.ts';
import {kindById} from '../kinds/lookup.ts';
import type {Facts} from '../kinds/contract.ts';
import {createUsagePoller} from '../kube/metrics/usage-poller.ts';
import type {Transport} from '../kube/ports.ts';
import type {ObjectRef} from '../model/finding.ts';
import type {LogSelection} from '../model/log.ts';
import {createEngine, type Engine} from '../diagnosis/engine.ts';
import type {Rule} from '../diagnosis/contract.ts';
import {createJoin, type Join} from '../services/join.ts';
import {createCommitQueue} from '../store/commit-queue.ts';
import {byClusterTime, type ProbeFault, summarizeConnection} from './connection.ts';
import type {DatabaseView} from './database-view.ts';
import {createFacts} from './facts.ts';
import {createFeeds, type Feeds} from './feeds.ts';
import {refusalsOf, type Refusals, withRefusals} from './known-refusals.ts';
import {createLedger, type Ledger} from './ledger.ts';
import {blindSpots} from './blind-spots.ts';
import {createJudge} from './judge.ts';
import {createLogReader, type LogReader} from './log-reader.ts';
import type {LogView, TrafficView} from './logs/contract.ts';
import type {DatabaseProbe} from './metrics/database-probe.ts';
import {createDirectLook} from './metrics/direct-look.ts';
import {createDatabases, type Databases} from './metrics/databases.ts';
import {createLogHub, type LogHub} from './logs/hub.ts';
import {withMetered} from './metrics/metered-hub.ts';
import {createObjectReader} from './object-reader.ts';
import {createProbe} from './probe.ts';
import {intervalMsFor} from './pace.ts';
import type {Settings} from './settings.ts';
import {BACKGROUND_KINDS, CORE_KINDS, isWhole} from './watched.ts';
import {createWorld, usageAnew, type World} from './world.ts';

/** One cluster being watched: it opens what is needed, joins it, and publishes a world with each commit. */
export interface Session {
	readonly world: StoreApi<World>;
	readonly ledger: Ledger;
	/** The join behind the services: restarts, revisions, who owns whom. */
	readonly join: Join;
	/** What is wrong, by object; the rules that are broken. */
	readonly engine: Engine;
	/** The ends of logs that the diagnosis has read, and the right that it lacks to read them. */
	readonly logs: Pick<LogReader, 'lastWords' | 'forbidden'>;
	/** The logs that are shown; undefined when none are. */
	readonly logView: LogView | undefined;
	/** What logs tell of the requests of the services. */
	readonly traffic: TrafficView;
	/** What is known of the databases of the services. */
	readonly databases: DatabaseView;
	/** These logs are shown now, and no others; undefined: none. */
	follow(selection: LogSelection | undefined): void;
	/** These objects are shown whole now, and no others: `world.objects` has them, and keeps up with them. */
	show(objects: readonly ObjectRef[]): void;
	/** Makes sure that these kinds are watched. */
	need(kinds: readonly string[]): void;
	/** Looks at another namespace (empty: all): what was watched before is let go. */
	enter(namespace: string): void;
	/** What columns may ask, as of `world.now`. */
	facts(): Facts;
	/** Commits at once what has arrived. */
	flush(): void;
	/** Asks the rules about all that logs have told so far, and commits what they say: else they are asked every few seconds. */
	judge(): void;
	/** A key was pressed: flushes, and asks a silent server whether it is still there. */
	touch(): void;
	/** Tries now what waits for its next try. */
	retryNow(): void;
	stop(): void;
}

/**
 * Ages change by themselves, and so do marks that wait for a deadline. Every other second is enough for the eye, and half of
 * what an idle program costs.
 */
const TICK_MS = 2000;

export function createSession(options: {
	readonly transport: Transport;
	readonly contextName: string;
	readonly namespace: string;
	readonly clock: Clock;
	readonly random: Random;
	/** What causes are looked for by. Loaded while the first lists travel: the first frame and the first rows do without them. */
	readonly loadRules: () => Promise<readonly Rule[]>;
	readonly settings: Settings;
	/** Asks the database of `settings.databaseUrl`; undefined without one. The session stops it. */
	readonly probe?: DatabaseProbe | undefined;
}): Session {
	const {transport, clock, random, loadRules, probe: databaseProbe} = options;
	const {linesKept, slowMs, readSecrets = false} = options.settings;
	const ledger = createLedger();
	const factsOf = createFacts();
	let join = createJoin();
	let rules: readonly Rule[] = [];
	let engine = createEngine();
	let judge = createJudge();
	let probeFault: ProbeFault | undefined;
	let endCommit: (() => void) | undefined;
	/** Watched for the screen; those of the background come on top. */
	let needed: readonly string[] = CORE_KINDS;
	let refusals: Refusals = new Map();
	const world = createWorld(options.contextName, options.namespace, clock.now());

	const commit = (judgesLogs = false): void => {
		// Everything in the cluster is dated by the cluster's clock, and so its age is told by that.
		const aheadMs = transport.clockAheadMs;
		const now = clock.now() + aheadMs;
		const {collections, changes} = feeds.commit();
		join.apply(changes, now);
		const {usage, namespace} = world.getState();
		const seen = withRefusals(Object.values(collections), refusals);
		const seenNow = {join, collections, isLive: isWhole(collections), now, namespace};
		hub.update(seenNow);
		databases.update(seenNow);
		engine.run({
			...{collections, changes, join, usage, lastWords: logs.lastWords, now, namespace},
			traffic: hub.traffic.of,
			trafficChanged: hub.news(now, judgesLogs),
			databaseOf: databases.of,
			databasesChanged: databases.news(),
		});
		logs.want(engine.logWishes(now));
		const connection = summarizeConnection(
			seen.filter(({kind}) => needed.includes(kind)),
			probeFault,
		);
		// Before all lists are whole, a pod may look as if it belonged to nobody: nothing that happened.
		if (connection.phase === 'live') join.judge(engine.findings, now);
		reader.take({changes, collections});
		world.setState({
			now,
			collections,
			changes,
			commit: world.getState().commit + 1,
			services: judge(join.services(), engine),
			findings: engine.findings,
			connection: byClusterTime(connection, aheadMs),
			cannotSee: blindSpots(seen, usage, logs.forbidden),
			objects: reader.readings,
		});
		endCommit?.();
		endCommit = undefined;
	};
	const queue = createCommitQueue(clock, commit, () => intervalMsFor(world.getState()));
	const wake = (): void => {
		endCommit ??= ledger.begin('commit');
		queue.wake();
	};
	const endLoading = ledger.begin('rules');
	void loadRules().then(loaded => {
		rules = loaded;
		engine.learn(rules);
		wake();
		endLoading();
	});
	const openFeeds = (namespace: string): Feeds => {
		const opened = createFeeds({transport, clock, random, ledger, namespace, wake});
		for (const id of new Set([...needed, ...BACKGROUND_KINDS])) {
			const kind = kindById(id);
			if (kind !== undefined) opened.open(kind);
		}
		return opened;
	};
	let endUsage: (() => void) | undefined = ledger.begin('usage');
	const publish = (usage: World['usage']): void => {
		world.setState({usage});
		endUsage?.();
		endUsage = undefined;
	};
	const openPoller = (namespace: string): ReturnType<typeof createUsagePoller> =>
		createUsagePoller({transport, namespace, nodes: true, clock, publish});
	const openHub = (): LogHub =>
		withMetered(createLogHub({transport, clock, random, ledger, wake, linesKept, slowMs}), () => databases.metered);
	let hub = openHub();
	const direct = databaseProbe && createDirectLook({probe: databaseProbe, clock, random, ledger, wake});
	const openDatabases = (): Databases =>
		createDatabases({transport, clock, random, ledger, wake, direct, readSecrets});
	let databases = openDatabases();
	let logs = createLogReader({transport, ledger, wake});
	let reader = createObjectReader({transport, clock, ledger, wake, namespace: options.namespace});
	let feeds = openFeeds(options.namespace);
	let poller = openPoller(options.namespace);
	const probe = createProbe({
		transport,
		clock,
		publish(fault) {
			probeFault = fault;
			wake();
		},
	});
	const cancelTick = clock.every(TICK_MS, () => {
		if (queue.idle) commit();
	});

	return {
		world,
		ledger,
		get join() {
			return join;
		},
		get engine() {
			return engine;
		},
		get logs() {
			return logs;
		},
		get logView() {
			return hub.view;
		},
		get traffic() {
			return hub.traffic;
		},
		get databases() {
			return databases;
		},
		follow: selection => hub.follow(selection),
		show: objects => reader.show(objects),
		need(kinds) {
			const added = kinds.filter(kind => !needed.includes(kind));
			if (added.length === 0) return;
			needed = [...needed, ...added];
			for (const id of added) {
				const kind = kindById(id);
				if (kind !== undefined) feeds.open(kind);
			}
			// What was watched in the background counts from now on: its trouble is trouble of the screen.
			wake();
		},
		enter(namespace) {
			feeds.stop();
			poller.stop();
			logs.stop();
			hub.stop();
			databases.stop();
			reader.stop();
			join = createJoin();
			engine = createEngine();
			engine.learn(rules);
			judge = createJudge();
			logs = createLogReader({transport, ledger, wake});
			hub = openHub();
			databases = openDatabases();
			reader = createObjectReader({transport, clock, ledger, wake, namespace});
			needed = CORE_KINDS;
			const {collections, usage} = world.getState();
			refusals = refusalsOf(withRefusals(Object.values(collections), refusals));
			world.setState(({epoch}) => ({namespace, epoch: epoch + 1, usage: usageAnew(usage), findings: []}));
			feeds = openFeeds(namespace);
			poller = openPoller(namespace);
			wake();
			queue.flush();
		},
		facts() {
			const {now, usage} = world.getState();
			return factsOf({join, usage, traffic: hub.traffic, databases}, now);
		},
		flush: () => queue.flush(),
		judge: () => commit(true),
		touch() {
			queue.flush();
			probe.look();
		},
		retryNow() {
			feeds.retryNow();
			reader.retryNow();
			hub.retryNow();
			databases.retryNow();
			direct?.retryNow();
			poller.retryNow();
			probe.look();
		},
		stop() {
			cancelTick();
			probe.stop();
			queue.stop();
			poller.stop();
			logs.stop();
			hub.stop();
			databases.stop();
			direct?.stop();
			reader.stop();
			feeds.stop();
			transport.close();
			endLoading();
			endCommit?.();
			endUsage?.();
		},
	};
}
