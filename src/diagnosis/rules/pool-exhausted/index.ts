import {defineRule} from '../../contract.ts';
import {coupledTo} from '../../database/coupled.ts';
import {saturatedOf} from '../../database/saturated.ts';
import {servingFindings} from '../../traffic/serving-findings.ts';
import {holderOf} from '../../traffic/holder.ts';
import {poolOf} from './pool.ts';

export default defineRule({
	id: 'pool-exhausted',
	title: 'a pool of connections of which none is free',
	why: 'All connections of a process are in use: further requests wait until one comes back, and fail when none does, though the database may be well.',
	remedy: 'Look at what holds connections for long: slow queries, long transactions, connections that are never given back; then at the size of the pool.',
	about: 'workload',
	reads: ['traffic', 'database', 'pod', 'workload', 'revision', 'service'],
	place: 'cause',
	*find(subject, cluster) {
		const coupled = coupledTo(subject);
		const saturated = saturatedOf(subject, cluster);
		// The readiness probe may want a connection, too: pods that are not ready any more count.
		yield* servingFindings(
			subject,
			cluster,
			['pool'],
			({trouble, dependency, traffic}) => {
				const {words, because} = poolOf(trouble.line);
				const holder = holderOf(traffic);
				const to = dependency.label === 'what it connects to' ? '' : ` to ${dependency.label}`;
				return {
					words: `the pool of connections${to} is ${words}`,
					because: [
						...because,
						...(saturated === undefined ? [] : [`measured: ${saturated.words}`]),
						...(holder === undefined ? [] : [`slowest in the same minutes: ${holder.words}`]),
						...coupled.because,
					],
					next: [
						holder === undefined
							? 'look for what holds connections for long: slow queries, long transactions, leaks'
							: `look at ${holder.route}, which holds connections for long`,
						...coupled.next,
						'enlarge the pool, when the database allows so many connections for all pods',
					],
				};
			},
			false,
		);
	},
});
