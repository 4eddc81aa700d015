import {describe, expect, test} from 'vitest';
import type {ScenarioExample} from '../../src/sim/contract.ts';
import {scenarios} from '../../src/sim/scenarios.ts';
import {createSeededRandom} from '../../src/sim/seed.ts';
import {createSim} from '../../src/sim/sim.ts';
import {createVirtualClock} from '../support/virtual-clock.ts';

describe.each(scenarios)('the scenario $id', scenario => {
	test('says what its facts say, when it says so', async () => {
		const examples = await examplesOf(scenario.id);
		expect(examples.length).toBeGreaterThanOrEqual(3);
		const {clock, advance} = createVirtualClock();
		const sim = await createSim({scenario, clock, random: createSeededRandom(7)});
		const begin = clock.now();
		for (const {atMs, fact, of, is} of examples.toSorted((a, b) => a.atMs - b.atMs)) {
			await advance(begin + atMs - clock.now());
			expect.soft(`${fact}: ${JSON.stringify(of(sim))}`).toBe(`${fact}: ${JSON.stringify(is)}`);
		}
		await sim.stop();
	});

	test('is about a namespace and a workload that it has', () => {
		const objects = scenario.objects();
		const has = (kind: string, name: string): boolean =>
			objects.some(object => object.kind === kind && object.metadata.name === name);
		expect([has('Namespace', scenario.namespace), has('Deployment', scenario.verdict.workload)]).toEqual([
			true,
			true,
		]);
	});

	test('has a script inside its age', () => {
		expect(scenario.script.filter(({atMs}) => atMs < -scenario.ageMs)).toEqual([]);
	});
});

test('the ids of scenarios are unique', () => {
	const ids = scenarios.map(({id}) => id);
	expect(ids).toEqual([...new Set(ids)]);
});

async function examplesOf(id: string): Promise<readonly ScenarioExample[]> {
	const module = (await import(`../../src/sim/scenarios/${id}/examples.ts`)) as {default: readonly ScenarioExample[]};
	return module.default;
}
