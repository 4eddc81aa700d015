import type {Clock, Random} from '../../lib/clock.ts';
import type {Transport} from '../../kube/ports.ts';
import type {AppMetrics} from '../../model/app-metrics.ts';
import type {ConfigMapRow} from '../../model/config.ts';
import type {ServiceObjectRow} from '../../model/network.ts';
import type {Monitor} from '../../model/monitor.ts';
import type {PodRow} from '../../model/pod.ts';
import type {Join} from '../../services/join.ts';
import {serverNamed, serverOfItsOwn} from '../../services/database/named-server.ts';
import {type Measured, type PodMetrics, stateOf} from '../../services/database/measured.ts';
import {type DatabaseServer, databaseServers} from '../../services/database/servers.ts';
import type {DatabaseState} from '../../services/database/state.ts';
import {createServiceHosts} from '../../services/service-hosts.ts';
import type {ServiceRow} from '../../services/service-row.ts';
import type {Collection} from '../../store/collection.ts';
import {createMetricsReader} from '../../telemetry/exposition/app-metrics.ts';
import {poolMetrics} from '../../telemetry/pool-metrics.ts';
import type {DatabaseView} from '../database-view.ts';
import type {Ledger} from '../ledger.ts';
import type {DirectLook} from './direct-look.ts';
import {createSecretAddresses} from './secret-addresses.ts';
import {secretRemarks, wishesOf} from './secret-wishes.ts';
import {createMeteredServices, type MeteredServices} from './metered-services.ts';
import {createMonitorKeeper} from './monitor-keeper.ts';
import {createScraper, type ScrapeWish} from './scraper.ts';
import {scrapeWishes} from './wishes.ts';

/** The databases that the services use, and what metrics say of them. */
export interface Databases extends DatabaseView {
	/** With each commit. */
	update(now: DatabaseInput): void;
	/** The requests that the scraped pods count. */
	readonly metered: MeteredServices;
	/** Services of whose database there is news since this was asked last. */
	news(): ReadonlySet<string>;
	retryNow(): void;
	stop(): void;
}

export interface DatabaseInput {
	readonly join: Pick<Join, 'services' | 'behind'>;
	readonly collections: Readonly<Record<string, Collection>>;
	/** Before all lists are whole, nobody knows whose a pod is. */
	readonly isLive: boolean;
	readonly now: number;
	/** That is looked at; empty means all. */
	readonly namespace: string;
}

/** Fifteen minutes. */
const SERIES_MAX = 60;
const SERIES_MS = 15_000;

const EXPORTER = /(?:postgres|pg|pgbouncer|mysqld?)[-_]?exporter/i;

export function createDatabases(options: {
	readonly transport: Transport;
	readonly clock: Clock;
	readonly random: Random;
	readonly ledger: Ledger;
	readonly wake: () => void;
	/** Addresses are read from Secrets. */
	readonly readSecrets: boolean;
	/** What the database says that the user named; it outlives this. */
	readonly direct: DirectLook | undefined;
}): Databases {
	const {wake, direct} = options;
	const secrets = options.readSecrets ? createSecretAddresses(options) : undefined;
	const readMetrics = createMetricsReader(poolMetrics);
	const metrics = new Map<string, PodMetrics>();
	const series = new Map<string, (number | undefined)[]>();
	let servers: readonly DatabaseServer[] = [];
	let states: readonly DatabaseState[] = [];
	let byService: ReadonlyMap<string, DatabaseState> = new Map();
	let told: ReadonlyMap<string, DatabaseState> = new Map();
	let seen: DatabaseInput | undefined;
	let hasNews = false;
	let countedAt = 0;
	/** Of Secrets, and of the direct look. */
	let [secretsSeen, lookSeen, faultSeen]: [number, DirectLook['last'], string] = [0, undefined, ''];
	/** The one of `servers` that is looked at directly. */
	let named: DatabaseServer | undefined;
	const metered = createMeteredServices(options);
	const monitors = createMonitorKeeper(options);
	let monitored: readonly Monitor[] = [];
	const scraper = createScraper({
		...options,
		read({key}, text, at) {
			const now: AppMetrics = readMetrics(text, at);
			const both = {before: metrics.get(key)?.now, now};
			metrics.set(key, both);
			metered.take(key, both);
		},
		publish() {
			hasNews = true;
			wake();
		},
	});

	const look = ({join, collections}: DatabaseInput): void => {
		const hosts = createServiceHosts();
		for (const service of rowsOf<ServiceObjectRow>(collections, 'service')) hosts.file(service, true);
		const settings = new Map<string, ConfigMapRow>();
		for (const row of rowsOf<ConfigMapRow>(collections, 'configmap'))
			settings.set(`${row.namespace}/${row.name}`, row);
		servers = databaseServers(join.services(), {
			configValue: namespace => (name, key) => settings.get(`${namespace}/${name}`)?.settings.get(key),
			serviceAt: (host, namespace) => hosts.find(host, namespace),
			behind: service => join.behind(service),
			secretAddress: secrets && (namespace => (secret, key) => secrets.of({namespace, secret, key})),
		});
		named = direct && serverNamed(direct, servers);
		if (direct === undefined || named !== undefined) return;
		named = serverOfItsOwn(direct);
		servers = [...servers, named];
	};
	const wishes = ({join, collections}: DatabaseInput): readonly ScrapeWish[] =>
		scrapeWishes({
			databases: servers.flatMap(server => [...server.users.map(({service}) => service), ...exportersOf(server)]),
			services: join.services(),
			monitors: monitors.known(),
			objects: [...rowsOf<ServiceObjectRow>(collections, 'service')],
		});
	/** Exporters of its own namespace, and what runs beside it. */
	const exportersOf = ({behind}: DatabaseServer): readonly ServiceRow[] => {
		const namespaces = new Set(behind.map(({namespace}) => namespace));
		const services = seen?.join.services() ?? [];
		const isExporter = ({workload}: ServiceRow): boolean =>
			workload.template.containers.some(({image}) => EXPORTER.test(image));
		return [
			...behind.filter(isExporter),
			...services.filter(one => namespaces.has(one.namespace) && isExporter(one)),
		];
	};
	const measuredOf = (server: DatabaseServer): Measured => {
		const scrapes = scraper.states();
		return {
			metricsOf: pod => (scrapes.get(pod.uid)?.phase === 'waiting' ? undefined : metrics.get(pod.uid)),
			because(pod: PodRow) {
				const state = scrapes.get(pod.uid);
				if (state === undefined) return 'it shows no metrics';
				if (state.phase === 'failing') return state.failure.message;
				return state.phase === 'waiting' ? 'its metrics are being read' : 'its metrics name no pool';
			},
			exporters: [
				...(server === named ? directMetrics(direct) : []),
				...exportersOf(server)
					.flatMap(({pods}) => pods)
					.flatMap(({uid}) => metrics.get(uid)?.now ?? []),
			],
			remarks: [
				...(server === named && direct !== undefined && direct.fault !== '' ? [`--db: ${direct.fault}`] : []),
				...(secrets === undefined ? [] : secretRemarks(server, secrets)),
			],
			series: series.get(server.key) ?? [],
		};
	};
	const count = (now: number): void => {
		if (now - countedAt < SERIES_MS) return;
		countedAt = now;
		for (const {server, inUse} of states) {
			const own = series.get(server.key) ?? [];
			own.push(inUse?.value);
			if (own.length > SERIES_MAX) own.shift();
			series.set(server.key, own);
		}
		for (const key of series.keys()) if (!servers.some(server => server.key === key)) series.delete(key);
		hasNews = true;
	};

	return {
		metered,
		states: () => states,
		of: service => byService.get(service),
		get because() {
			return servers.length === 0 ? 'no environment names a database' : '';
		},
		update(now) {
			if (!now.isLive) return;
			const before = seen;
			seen = now;
			monitors.look(now.namespace);
			const isSame =
				before?.join.services() === now.join.services() &&
				before.collections['service'] === now.collections['service'] &&
				before.collections['configmap'] === now.collections['configmap'] &&
				before.isLive &&
				monitored === monitors.known();
			const isSecretNew = secretsSeen !== (secrets?.version ?? 0);
			secretsSeen = secrets?.version ?? 0;
			if (direct !== undefined && (lookSeen !== direct.last || faultSeen !== direct.fault)) {
				[lookSeen, faultSeen] = [direct.last, direct.fault];
				hasNews = true;
			}
			secrets?.want(wishesOf(now.join.services()));
			if (!isSame || isSecretNew) {
				hasNews = true;
				look(now);
				monitored = monitors.known();
				const wanted = wishes(now);
				const keys = new Set(wanted.map(({key}) => key));
				for (const key of metrics.keys()) if (!keys.has(key)) metrics.delete(key);
				metered.want(wanted, now.join);
				scraper.want(wanted, true);
			}
			count(now.now);
			if (isSame && !hasNews) return;
			hasNews = false;
			states = servers.map(server => stateOf(server, measuredOf(server)));
			const next = new Map<string, DatabaseState>();
			for (const state of states) for (const {user} of state.users) next.set(user.service.uid, state);
			byService = next;
		},
		news() {
			if (told === byService) return NOBODY;
			const changed = new Set([...byService.keys(), ...told.keys()]);
			told = byService;
			return changed;
		},
		retryNow() {
			scraper.retryNow();
			secrets?.retryNow();
		},
		stop() {
			scraper.stop();
			secrets?.stop();
			monitors.stop();
		},
	};
}

/** Like the metrics of one more exporter, the best one. */
function directMetrics(direct: DirectLook | undefined): readonly AppMetrics[] {
	if (direct?.last === undefined) return [];
	const {at, reading} = direct.last;
	const servers = reading.server === undefined ? [] : [reading.server];
	const poolers = reading.pooler === undefined ? [] : [reading.pooler];
	const rest = {startedAt: undefined, http: undefined, lines: 0, problems: 0, isCut: false};
	return [{at, pools: [], servers, poolers, ...rest}];
}

const NOBODY: ReadonlySet<string> = new Set();

function rowsOf<R>(collections: Readonly<Record<string, Collection>>, kind: string): Iterable<R> {
	return (collections[kind]?.rows.values() ?? []) as Iterable<R>;
}
