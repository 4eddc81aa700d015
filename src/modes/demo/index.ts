import {ExpectedFailure} from '../../lib/failure.ts';
import {nearest} from '../../lib/nearest.ts';
import {settingsOf} from '../settings.ts';
import {defineMode, textOf} from '../contract.ts';

/** What plays when no scenario is named. */
const FIRST_SCENARIO = 'bad-rollout';

/** The same program on a simulated cluster: nothing to install, nothing to break. */
export default defineMode({
	id: 'demo',
	title: 'watch a simulated cluster, no kubeconfig needed',
	flag: {
		name: 'demo',
		value: 'SCENARIO',
		valueOptional: true,
		help: 'watch a simulated cluster; SCENARIO is one of those in the README',
	},
	async run(flags, outside) {
		const settings = settingsOf(flags, outside.environment);
		const [{createSim}, {scenarios}, {openAddress}, {watch}] = await Promise.all([
			import('../../sim/sim.ts'),
			import('../../sim/scenarios.ts'),
			import('../../session/clusters.ts'),
			import('../watch.ts'),
		]);
		const wanted = textOf(flags, 'demo') ?? FIRST_SCENARIO;
		const scenario = scenarios.find(({id}) => id === wanted);
		if (scenario === undefined)
			throw unknownScenario(
				wanted,
				scenarios.map(({id}) => id),
			);
		const sim = await createSim({scenario, clock: outside.clock, random: outside.random});
		try {
			const clusters = openAddress({...outside, settings}, sim.url, 'demo', scenario.namespace);
			return await watch({clusters, flags, outside, banner: `SIMULATED ${scenario.id}`});
		} finally {
			await sim.stop();
		}
	},
});

function unknownScenario(wanted: string, ids: readonly string[]): ExpectedFailure {
	const guess = nearest(wanted, ids);
	const hint = guess === undefined ? '' : `did you mean ${guess}? `;
	return new ExpectedFailure(`there is no scenario ${wanted}: ${hint}There are ${ids.join(', ')}`);
}
