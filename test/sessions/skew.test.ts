import {expect, test} from 'vitest';
import type {Clock} from '../../src/lib/clock.ts';
import {openAddress} from '../../src/session/clusters.ts';
import {scenarios} from '../../src/sim/scenarios.ts';
import {createSim} from '../../src/sim/sim.ts';
import {createSeededRandom} from '../support/random.ts';
import {createVirtualClock} from '../support/virtual-clock.ts';

/** Somebody whose clock is wrong by ten minutes sees the same, and nobody cries wolf. */
test.each([-600_000, 600_000])(
	'a cluster whose clock is %i ms ahead of ours is told in its own time',
	async aheadMs => {
		const {clock, advance} = createVirtualClock();
		const scenario = scenarios.find(({id}) => id === 'rolling-update');
		if (scenario === undefined) throw new Error('there is no such scenario');
		const theirs: Clock = {...clock, now: () => clock.now() + aheadMs};
		const sim = await createSim({scenario, clock: theirs, random: createSeededRandom(3)});
		const machine = {clock, random: createSeededRandom(4), version: 'test'};
		const session = await openAddress(machine, sim.url, 'skewed', scenario.namespace).connect(undefined, undefined);
		for (let second = 0; second < 60; second++) {
			await advance(1000);
			for (let turn = 0; turn < 60; turn++) await new Promise(resolve => setImmediate(resolve));
			const {findings} = session.world.getState();
			expect(findings.filter(({verdict}) => verdict === 'doomed' || verdict === 'struggling')).toEqual([]);
		}
		const {now, connection, services} = session.world.getState();
		expect(connection.phase).toBe('live');
		expect(services.find(({name}) => name === 'api')?.current?.label).toBe('rev 4');
		expect(Math.abs(now - theirs.now())).toBeLessThan(5000);
		session.stop();
		await sim.stop();
	},
);
