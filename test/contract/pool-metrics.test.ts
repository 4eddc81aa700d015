import {describe, expect, test} from 'vitest';
import type {ConnectionReadings} from '../../src/model/app-metrics.ts';
import type {PoolMetric, PoolMetricExamples} from '../../src/telemetry/contract.ts';
import {createMetricsReader} from '../../src/telemetry/exposition/app-metrics.ts';
import {poolMetrics} from '../../src/telemetry/pool-metrics.ts';

async function examplesOf({id}: PoolMetric): Promise<PoolMetricExamples> {
	const module = (await import(`../../src/telemetry/pool-metrics/${id}/examples.ts`)) as {
		default: PoolMetricExamples;
	};
	return module.default;
}

const shelf = await Promise.all(
	poolMetrics.map(async metric => ({metric, id: metric.id, examples: await examplesOf(metric)})),
);

function read(metrics: readonly PoolMetric[], text: string): ConnectionReadings {
	const {pools, servers, poolers} = createMetricsReader(metrics)(text, 0);
	return {pools, servers, poolers};
}

const NOTHING = {pools: [], servers: [], poolers: []};

/** What may come instead of a number. */
const HOSTILE = ['NaN', '+Inf', '-Inf', '-1', '1e308', '0'];

/** Every number in what was read, wherever it is. */
function numbersIn(value: unknown): readonly number[] {
	if (typeof value === 'number') return [value];
	if (value instanceof Map) return [...value.values()].flatMap(numbersIn);
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

test('ids are those of their folders, and no two are alike', () => {
	expect(new Set(poolMetrics.map(({id}) => id)).size).toBe(poolMetrics.length);
	expect(poolMetrics.map(({id}) => id)).toEqual(poolMetrics.map(({id}) => id).toSorted());
});

describe.each(shelf)('$id', ({metric, examples: {reads, others}}) => {
	test('has a text that it reads and one of which it says nothing', () => {
		expect(reads.length).toBeGreaterThan(0);
		expect(others.length).toBeGreaterThan(0);
	});

	test.each([...reads])('reads $name', ({text, pools = [], servers = [], poolers = []}) => {
		const found = read([metric], text);
		expect(found).toMatchObject({pools, servers, poolers});
		const counts = Object.values(found).map(list => list.length);
		expect(counts).toEqual([pools.length, servers.length, poolers.length]);
		expect(pools.length + servers.length + poolers.length).toBeGreaterThan(0);
	});

	test.each([...reads])('is alone in reading $name', ({text}) => {
		expect(read(poolMetrics, text)).toEqual(read([metric], text));
	});

	test.each([...others])('says nothing of $name', ({text}) => {
		expect(read([metric], text)).toEqual(NOTHING);
	});

	test('makes no number of what is none', () => {
		for (const {text} of reads)
			for (const hostile of HOSTILE) {
				const found = read([metric], text.replaceAll(/ [-+.\w]+(?: \d+)?$/gm, ` ${hostile}`));
				// 0 and -1 are how some say that there is no limit.
				const isLimit = hostile === '0' || hostile === '-1';
				const odd = numbersIn(found).filter(number => !(number >= 0) || (number === Infinity && !isLimit));
				expect(odd).toEqual([]);
			}
	});
});
