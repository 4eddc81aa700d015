import {type Histogram, together} from '../../model/histogram.ts';
import type {PoolReading} from '../../model/pool.ts';
import type {NamedSample, Samples} from '../contract.ts';
import {histogramsOf} from './histograms.ts';
import {isCounter, nameOf, type PoolFields, type PoolGauges, type Source, type WaitSource} from './pool-fields.ts';
import {countIn, labelOf} from './samples.ts';

/** The pools that these metrics tell of, in the order of the text. */
export function readPools(samples: Samples, gauges: PoolGauges): readonly PoolReading[] {
	const {fields, named, onlyWith, notWith = [], counts} = gauges;
	const pools = new Map<string, Gathered>();
	const keyOf = (sample: NamedSample): string | undefined => {
		if (counts?.(sample) === false) return undefined;
		const name = labelOf(sample, named);
		const key = `${sample.prefix}\n${name}`;
		if (!pools.has(key)) {
			const {prefix} = sample;
			pools.set(key, {name, prefix, processes: new Set(), numbers: new Map(), ...NOTHING_YET});
		}
		return key;
	};
	const {waits = [], ...numbers} = fields;
	for (const [field, sources] of Object.entries(numbers) as [Field, readonly Source[]][])
		for (const source of sources) gather(samples, field, source, keyOf, pools, gauges);
	for (const source of waits) gatherWaits(samples, source, keyOf, pools);
	for (const name of onlyWith ?? [])
		for (const sample of samples.of(name)) {
			const pool = pools.get(keyOf(sample) ?? '');
			if (pool !== undefined) pool.isCounted = true;
		}
	const better = new Set(notWith.flatMap(name => samples.of(name).map(({prefix}) => prefix)));
	return [...pools.values()]
		.filter(pool => (onlyWith === undefined || pool.isCounted) && !better.has(pool.prefix) && saysSomething(pool))
		.map(pool => readingOf(pool, gauges));
}

type Field = Exclude<keyof PoolFields, 'waits'>;

/** Numbers of one pool as they are gathered; those of several processes are added up. */
interface Gathered {
	readonly name: string;
	readonly prefix: string;
	readonly processes: Set<string>;
	readonly numbers: Map<Field, number>;
	waits: Histogram | undefined;
	waitP95Ms: number | undefined;
	isCounted: boolean;
}

const NOTHING_YET = {waits: undefined, waitP95Ms: undefined, isCounted: false};

/** Adds what a source says to pools that no earlier source has told it of. */
function gather(
	samples: Samples,
	field: Field,
	source: Source,
	keyOf: (sample: NamedSample) => string | undefined,
	pools: ReadonlyMap<string, Gathered>,
	{noLimit}: PoolGauges,
): void {
	const name = nameOf(source);
	const all = isCounter(field) ? counterOf(samples, name) : samples.of(name);
	const told = new Map<Gathered, number>();
	for (const sample of all) {
		if (typeof source !== 'string' && !source.is.includes(labelOf(sample, source.label))) continue;
		const pool = pools.get(keyOf(sample) ?? '');
		const value = numberIn(field, sample.value, noLimit);
		if (pool === undefined || value === undefined || pool.numbers.has(field)) continue;
		told.set(pool, (told.get(pool) ?? 0) + value);
		const pid = sample.labels.get('pid');
		if (pid !== undefined) pool.processes.add(pid);
	}
	for (const [pool, value] of told) pool.numbers.set(field, value);
}

function gatherWaits(
	samples: Samples,
	{base = '', count, sum = '', unitMs}: WaitSource,
	keyOf: (sample: NamedSample) => string | undefined,
	pools: ReadonlyMap<string, Gathered>,
): void {
	// Waits without their sum tell nothing of how long they were.
	if (count !== undefined && counterOf(samples, sum).length === 0) return;
	const found =
		count === undefined
			? histogramsOf(samples, base, unitMs, keyOf)
			: histogramsOf(pairAsSummary(samples, count, sum), '', unitMs, keyOf);
	for (const [key, waits] of found) {
		const pool = pools.get(key);
		if (pool !== undefined) pool.waits ??= together([waits]);
	}
	for (const sample of samples.of(base)) {
		const pool = pools.get(keyOf(sample) ?? '');
		if (pool === undefined || Number(sample.labels.get('quantile')) !== 0.95 || countIn(sample.value) === undefined)
			continue;
		// The quantile of several processes is at most the greatest of theirs.
		pool.waitP95Ms = Math.max(pool.waitP95Ms ?? 0, sample.value * unitMs);
	}
}

function counterOf(samples: Samples, name: string): readonly NamedSample[] {
	const total = samples.of(`${name}_total`);
	return total.length > 0 ? total : samples.of(name);
}

/** Two counters read like the lines of a summary. */
function pairAsSummary(samples: Samples, count: string, sum: string): Samples {
	const names = new Map([
		['_count', count],
		['_sum', sum],
	]);
	return {
		of(part) {
			const name = names.get(part);
			return name === undefined ? [] : counterOf(samples, name);
		},
	};
}

function readingOf({name, prefix, processes, numbers, waits, waitP95Ms}: Gathered, gauges: PoolGauges): PoolReading {
	const {fields, library = gauges.title} = gauges;
	const [size, overflow, open] = [numbers.get('size'), numbers.get('overflow'), numbers.get('open')];
	let [inUse, idle] = [numbers.get('inUse'), numbers.get('idle')];
	const opened = open ?? (size !== undefined && overflow !== undefined ? size + overflow : undefined);
	if (opened !== undefined && idle !== undefined) inUse ??= Math.max(0, opened - idle);
	if (opened !== undefined && inUse !== undefined) idle ??= Math.max(0, opened - inUse);
	return {
		library,
		name: name === '' ? prefix : name,
		processes: Math.max(1, processes.size),
		size,
		overflowMax: fields.overflowMax === undefined ? 0 : numbers.get('overflowMax'),
		inUse,
		idle,
		waiting: numbers.get('waiting'),
		waits,
		waitP95Ms,
		timeouts: numbers.get('timeouts'),
		opened: numbers.get('opened'),
	};
}

function saysSomething({numbers, waits, waitP95Ms}: Gathered): boolean {
	return numbers.size > 0 || waits !== undefined || waitP95Ms !== undefined;
}

function numberIn(field: Field, value: number, noLimit: number | undefined): number | undefined {
	// Below zero until the pool is full.
	if (field === 'overflow') return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined;
	if (field === 'size' && value === noLimit) return Number.POSITIVE_INFINITY;
	// SQLAlchemy's word for no limit.
	if (field === 'overflowMax' && value === -1) return Number.POSITIVE_INFINITY;
	// A pool of no connections is one that has not been made yet.
	return field === 'size' && value === 0 ? undefined : countIn(value);
}
