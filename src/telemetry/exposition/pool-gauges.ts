import type {PoolMetric} from '../contract.ts';
import {histogramNames} from './histograms.ts';
import {isCounter, nameOf, type PoolGauges, type WaitSource} from './pool-fields.ts';
import {readPools} from './read-pools.ts';

/** An entry for pools whose numbers stand in metrics one by one, which most do. */
export function poolGauges(gauges: PoolGauges): PoolMetric {
	const {id, title, fields, onlyWith = [], notWith = []} = gauges;
	const {waits = [], ...numbers} = fields;
	const names = Object.entries(numbers).flatMap(([field, sources]) =>
		sources.map(nameOf).flatMap(name => (isCounter(field) ? [name, `${name}_total`] : [name])),
	);
	return {
		id,
		title,
		names: [...new Set([...names, ...onlyWith, ...notWith, ...waits.flatMap(namesOfWaits)])],
		read: samples => ({pools: readPools(samples, gauges)}),
	};
}

function namesOfWaits({base, count, sum}: WaitSource): readonly string[] {
	if (base !== undefined) return [base, ...histogramNames(base)];
	return [count, sum].flatMap(name => (name === undefined ? [] : [name, `${name}_total`]));
}
