import type {Rule} from '../../src/diagnosis/contract.ts';
import type {MeasuredConnections} from '../../src/diagnosis/example-database.ts';
import {createEngine, type Engine} from '../../src/diagnosis/engine.ts';
import type {Rows} from '../../src/diagnosis/snapshot.ts';
import {kinds} from '../../src/kinds/index.ts';
import {createIntern} from '../../src/lib/intern.ts';
import type {Change} from '../../src/model/change.ts';
import type {Row} from '../../src/model/row.ts';
import type {UsageTable} from '../../src/model/usage.ts';
import {createJoin, type Join} from '../../src/services/join.ts';
import {type LastWords, readLastWords} from '../../src/telemetry/last-words.ts';
import {exampleDatabases} from './example-databases.ts';
import {createRunningLogs} from './running-logs.ts';

/** The diagnosis without a cluster: objects go in as the API sends them, findings come out. */
export interface Diagnosis {
	readonly engine: Engine;
	readonly join: Join;
	/** The cluster is now these objects and no others. */
	show(objects: readonly unknown[], now: number, more?: Shown): void;
}

export interface Shown {
	/** By `namespace/pod/container`, or `pod/container` in any namespace. */
	readonly logs?: Readonly<Record<string, string>>;
	/** Of containers that run, by `pod/container`, with the API's times: what was written later is not read yet. */
	readonly running?: Readonly<Record<string, string>>;
	/** As if no line was written after it; now when missing. */
	readonly writtenUntil?: number;
	readonly usage?: Readonly<Record<string, {readonly cpu: number; readonly memory: number}>>;
	readonly connections?: MeasuredConnections;
	/** Ids of kinds that are not listed. */
	readonly unseen?: readonly string[];
	/** The only namespace that is watched. */
	readonly namespace?: string;
}

export function createDiagnosis(rules: readonly Rule[]): Diagnosis {
	const engine = createEngine();
	engine.learn(rules);
	const join = createJoin();
	const intern = createIntern();
	let rows = new Map<string, Row>();
	let texts = new Map<string, string>();
	/** Words are kept when their pod is gone, as the log reader keeps them. */
	const runningLogs = createRunningLogs();
	let words: ReadonlyMap<string, LastWords> = new Map();
	return {
		engine,
		join,
		show(
			objects,
			now,
			{
				logs = {},
				running = {},
				writtenUntil = now,
				usage = {},
				connections = {},
				unseen = [],
				namespace = '',
			} = {},
		) {
			const next = new Map<string, Row>();
			const nextTexts = new Map<string, string>();
			for (const object of objects) {
				const kind = kinds.find(candidate => candidate.objectKind === (object as {kind: string}).kind);
				if (kind === undefined || unseen.includes(kind.id)) continue;
				const text = JSON.stringify(object);
				const row = kind.project(object as never, intern);
				const known = rows.get(row.uid);
				next.set(row.uid, known !== undefined && texts.get(row.uid) === text ? known : row);
				nextTexts.set(row.uid, text);
			}
			const changes: Change[] = [];
			for (const [uid, before] of rows) if (!next.has(uid)) changes.push({before, after: undefined});
			for (const [uid, after] of next) {
				const before = rows.get(uid);
				if (before !== after) changes.push({before, after});
			}
			[rows, texts] = [next, nextTexts];
			const collections: Record<string, Rows> = {};
			for (const {id} of kinds) {
				const own = [...next].filter(([, {kind}]) => kind === id);
				collections[id] = {rows: new Map(own), complete: !unseen.includes(id)};
			}
			join.apply(changes, now);
			const table = usageTable(next, usage, now);
			words = new Map([...words, ...wordsOf(next, logs)]);
			runningLogs.follow(running, join, now, writtenUntil);
			const trafficChanged = new Set([...join.services()].map(({uid}) => uid));
			const databaseOf = exampleDatabases(join, next.values(), connections);
			const commit = {collections, changes, join, usage: table, lastWords: words, now, namespace};
			engine.run({
				...commit,
				traffic: runningLogs.of,
				trafficChanged,
				databaseOf,
				databasesChanged: trafficChanged,
			});
		},
	};
}

function wordsOf(
	rows: ReadonlyMap<string, Row>,
	logs: Readonly<Record<string, string>>,
): ReadonlyMap<string, LastWords> {
	const words = new Map<string, LastWords>();
	for (const [target, text] of Object.entries(logs)) {
		const [container = '', pod = '', namespace] = target.split('/').toReversed();
		for (const row of rows.values()) {
			if (row.kind !== 'pod' || row.name !== pod || (namespace !== undefined && row.namespace !== namespace))
				continue;
			words.set(`${row.uid}/${container}`, readLastWords(text));
		}
	}
	return words;
}

function usageTable(rows: ReadonlyMap<string, Row>, usage: NonNullable<Shown['usage']>, now: number): UsageTable {
	const pods = [...rows.values()].flatMap(({kind, namespace, name}) => {
		const own = kind === 'pod' ? usage[name] : undefined;
		return own === undefined ? [] : [[`${namespace}/${name}`, {...own, measuredAt: now}] as const];
	});
	return {pods: new Map(pods), nodes: new Map(), state: {phase: 'fresh', at: now}};
}
