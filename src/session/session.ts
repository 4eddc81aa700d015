import {createStore, type StoreApi} from 'zustand/vanilla';
import type {Clock, Random} from '../lib/clock.ts';
import {kindById} from '../kinds/lookup.ts';
import type {Facts} from '../kinds/contract.ts';
import {createUsagePoller} from '../kube/metrics/usage-poller.ts';
import type {Transport} from '../kube/ports.ts';
import type {ObjectRef} from '../model/finding.ts';
import {createEngine, type Engine} from '../diagnosis/engine.ts';
import type {Rule} from '../diagnosis/contract.ts';
import {createJoin, type Join} from '../services/join.ts';
import {createCommitQueue} from '../store/commit-queue.ts';
import {type Connection, type ProbeFault, summarizeConnection} from './connection.ts';
import {createFacts} from './facts.ts';
import {createFeeds, type Feeds} from './feeds.ts';
import {refusalsOf, type Refusals, withRefusals} from './known-refusals.ts';
import {createLedger, type Ledger} from './ledger.ts';
import {blindSpots} from './blind-spots.ts';
import {createJudge} from './judge.ts';
import {createLogReader, type LogReader} from './log-reader.ts';
import type {TrafficView} from './logs/contract.ts';
import {createObjectReader} from './object-reader.ts';
import {createProbe} from './probe.ts';
import {NO_USAGE, type World} from './world.ts';

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
	/** What the logs of the services tell of their requests. */
	readonly traffic: TrafficView;
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
	/** A key was pressed: flushes, and asks a silent server whether it is still there. */
	touch(): void;
	/** Tries now what waits for its next try. */
	retryNow(): void;
	stop(): void;
}

/** What the home screen is made of, watched from the start to the end. */
const CORE_KINDS = [
	'pod',
	'deployment',
	'statefulset',
	'daemonset',
	'replicaset',
	'controllerrevision',
	'service',
	'endpointslice',
	'hpa',
	'event',
	'namespace',
] as const;

/** What causes are looked for in. That they cannot be read is no trouble of the home screen: it is said where it matters. */
const BACKGROUND_KINDS = ['job', 'cronjob', 'ingress', 'node', 'configmap', 'secret', 'persistentvolumeclaim'] as const;

/** Twenty commits a second: below what the eye tells apart from at once, above what a busy cluster can flood. */
const COMMIT_INTERVAL_MS = 50;

/** While a long list comes in, nobody reads faster, and each commit sorts and paints what the next one changes again. */
const LISTING_INTERVAL_MS = 250;

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
}): Session {
	const {transport, clock, random, loadRules} = options;
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
	const world = createStore<World>(() => ({
		contextName: options.contextName,
		namespace: options.namespace,
		now: clock.now(),
		collections: {},
		services: [],
		findings: [],
		cannotSee: [],
		usage: NO_USAGE,
		objects: new Map(),
		connection: summarizeConnection([], undefined),
		changes: [],
		commit: 0,
		epoch: 0,
	}));

	const commit = (): void => {
		// Everything in the cluster is dated by the cluster's clock, and so its age is told by that.
		const aheadMs = transport.clockAheadMs;
		const now = clock.now() + aheadMs;
		const {collections, changes} = feeds.commit();
		join.apply(changes, now);
		const {usage, namespace} = world.getState();
		const seen = withRefusals(Object.values(collections), refusals);
		engine.run({collections, changes, join, usage, lastWords: logs.lastWords, now, namespace});
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
	const queue = createCommitQueue(clock, commit, () =>
		isListing(world.getState()) ? LISTING_INTERVAL_MS : COMMIT_INTERVAL_MS,
	);
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
		traffic: {of: () => undefined, because: () => ''},
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
			reader.stop();
			join = createJoin();
			engine = createEngine();
			engine.learn(rules);
			judge = createJudge();
			logs = createLogReader({transport, ledger, wake});
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
			return factsOf(join, usage, now);
		},
		flush: () => queue.flush(),
		touch() {
			queue.flush();
			probe.look();
		},
		retryNow() {
			feeds.retryNow();
			reader.retryNow();
			poller.retryNow();
			probe.look();
		},
		stop() {
			cancelTick();
			probe.stop();
			queue.stop();
			poller.stop();
			logs.stop();
			reader.stop();
			feeds.stop();
			transport.close();
			endLoading();
			endCommit?.();
			endUsage?.();
		},
	};
}

/** Nothing is measured yet; that nothing can be measured is as true as before. */
function usageAnew({state}: World['usage']): World['usage'] {
	return state.phase === 'forbidden' || state.phase === 'missing' ? {...NO_USAGE, state} : NO_USAGE;
}

/** Our own waits, as of the time that the screen goes by. */
function byClusterTime(connection: Connection, aheadMs: number): Connection {
	if (aheadMs === 0 || connection.phase !== 'trouble') return connection;
	const {since, nextTryAt} = connection;
	return {...connection, since: since + aheadMs, nextTryAt: nextTryAt === 0 ? 0 : nextTryAt + aheadMs};
}

/** More than the tallest terminal shows: the first rows must not wait for others. */
const READABLE_ROWS = 200;

/** Rows of a first list come in, and enough of them can be read already. */
function isListing({connection}: World): boolean {
	return connection.phase === 'listing' && connection.received > READABLE_ROWS;
}
