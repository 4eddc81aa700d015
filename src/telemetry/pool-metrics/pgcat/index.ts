import {definePoolMetric} from '../../contract.ts';
import {groupSamples, labelOf} from '../../exposition/samples.ts';
import {maxOf, sumOf} from '../../exposition/server-reading.ts';

const POOLS = ['cl_active', 'cl_waiting', 'maxwait', 'maxwait_us', 'sv_active', 'sv_idle'].map(
	column => `pgcat_pools_${column}`,
);
const SIZE = 'pgcat_databases_pool_size';

export default definePoolMetric({
	id: 'pgcat',
	title: 'PgCat',
	names: [...POOLS, SIZE],
	read(samples) {
		const pairs = groupSamples(
			samples,
			POOLS,
			sample => `${labelOf(sample, ['pool'])}\n${labelOf(sample, ['user'])}`,
		);
		const sizes = groupSamples(samples, [SIZE], sample => labelOf(sample, ['pool', 'database', 'name']));
		if (pairs.keys.length === 0) return {};
		const pools = pairs.keys.map(pair => {
			const [database = '', user = ''] = pair.split('\n');
			const sum = (column: string): number | undefined => sumOf(pairs.of(`pgcat_pools_${column}`, pair));
			const [seconds, microseconds] = [sum('maxwait'), sum('maxwait_us')];
			const knowsWait = seconds !== undefined || microseconds !== undefined;
			return {
				database,
				user,
				clientsActive: sum('cl_active') ?? 0,
				clientsWaiting: sum('cl_waiting') ?? 0,
				// The whole seconds and what is over them.
				longestWaitMs: knowsWait ? (seconds ?? 0) * 1000 + (microseconds ?? 0) / 1000 : undefined,
				serversActive: sum('sv_active') ?? 0,
				serversIdle: sum('sv_idle') ?? 0,
				size: maxOf(sizes.of(SIZE, database)),
			};
		});
		return {poolers: [{software: 'PgCat', maxClients: undefined, pools}]};
	},
});
