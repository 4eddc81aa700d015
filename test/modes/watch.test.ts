import {describe, expect, test} from 'vitest';
import type {Flags, Outside} from '../../src/modes/contract.ts';
import {watch} from '../../src/modes/watch.ts';
import {openAddress} from '../../src/session/clusters.ts';
import type {Sim} from '../../src/sim/contract.ts';
import {scenarios} from '../../src/sim/scenarios.ts';
import {createSim} from '../../src/sim/sim.ts';
import {createSeededRandom} from '../support/random.ts';
import {createVirtualClock} from '../support/virtual-clock.ts';

/** What is printed when the output is no terminal, and the exit code. */
async function printed(options: {
	readonly flags?: Flags;
	readonly environment?: Outside['environment'];
	readonly before?: (sim: Sim) => void;
}): Promise<{readonly code: number; readonly text: string}> {
	const {flags = {}, environment = {}, before} = options;
	const {clock, advance} = createVirtualClock();
	const random = createSeededRandom(1);
	const [scenario] = scenarios.filter(({id}) => id === 'calm');
	if (scenario === undefined) throw new Error('no scenario');
	// What the session loads while lists travel is there before: reading files takes no bounded number of turns.
	await import('../../src/diagnosis/rules.ts');
	const sim = await createSim({scenario, clock, random});
	before?.(sim);
	let text = '';
	const outside = {
		version: 'test',
		clock,
		random,
		environment: {COLUMNS: '80', LINES: '24', ...environment},
		offsetMs: 0,
		home: '/home/somebody',
		folder: undefined,
		input: {isTTY: false},
		output: {isTTY: false, write: (more: string) => (text += more) !== ''},
	} as unknown as Outside;
	const clusters = openAddress(outside, sim.url, 'demo', scenario.namespace);
	let code: number | undefined;
	void watch({clusters, flags, outside, banner: undefined}).then(ended => (code = ended));
	for (let turn = 0; code === undefined; turn++) {
		if (turn > 2000) throw new Error('it never ended');
		// The network has its turns; only who waits for an answer in vain sees time pass.
		await (turn % 100 === 99 ? advance(1000) : new Promise(resolve => setImmediate(resolve)));
	}
	await sim.stop();
	return {code, text};
}

describe('without a terminal one plain frame is printed', () => {
	test('with everything that was listed', async () => {
		const {code, text} = await printed({});
		expect(code).toBe(0);
		expect(text).toMatch(/● live\n/);
		expect(text).toMatch(/api +✔ +3\/3/);
	});

	test.each([
		['the flag', {flags: {ascii: true} as const}],
		['the locale', {environment: {LC_ALL: 'en_US.ISO-8859-1'}}],
	])('in ASCII, as %s asks for', async (_name, how) => {
		const {text} = await printed(how);
		expect(text).toMatch(/\* live\n/);
		expect(text).toMatch(/api +\* +3\/3/);
		expect(text).toMatch(/^[\n -~]*$/);
	});

	test('of a namespace that there is not', async () => {
		const {text} = await printed({flags: {command: 'ns shpo'}});
		expect(text).toMatch(/there is no namespace shpo: did you mean shop\?/);
	});

	test('that says of a silent server what it did not say', async () => {
		const {code, text} = await printed({before: sim => sim.faults.hang('/', Infinity)});
		expect(code).toBe(1);
		expect(text).toMatch(/○ no answer for 1\ds/);
		expect(text).toMatch(/nothing was listed yet: no answer/);
		expect(text).not.toMatch(/no (Deployment|restarts)/);
	});
});
