import {describe, expect, test} from 'vitest';
import type {Finding} from '../../src/model/finding.ts';
import {scenarios} from '../../src/sim/scenarios.ts';
import {drive, type Drive} from '../support/drive.ts';

/** Each story, seen by the whole program: what it must be told, and how soon; and that a good one is told in silence. */
const QUIET_MS = 180_000;

/** A step that is long enough to be quick, and short enough to see what passes. */
const STEP_MS = 5000;

function alarmsOf({app}: Drive): readonly Finding[] {
	return app.session.world
		.getState()
		.findings.filter(({verdict}) => verdict === 'doomed' || verdict === 'struggling');
}

/** The workload is what it is about, or hit by it. */
function isAbout(finding: Finding | undefined, workload: string): boolean {
	const objects = finding === undefined ? [] : [finding.object, ...finding.consequences.map(({object}) => object)];
	return objects.some(({kind, name}) => kind === 'deployment' && name === workload);
}

function textOf({title, because, evidence, next}: Finding): string {
	return [title, because, ...evidence.map(({text}) => text), ...next].join('\n');
}

describe.each(scenarios.filter(({verdict}) => verdict.mark === 'healthy'))('$id', scenario => {
	test('is told in silence', async () => {
		const driven = await drive({scenario});
		for (let at = 0; at < QUIET_MS; at += STEP_MS) {
			expect(alarmsOf(driven).map(({title}) => `${at / 1000} s: ${title}`)).toEqual([]);
			await driven.advance(STEP_MS);
		}
		await driven.stop();
	});
});

describe.each(scenarios.filter(({verdict}) => verdict.mark !== 'healthy'))('$id', scenario => {
	test('is named in time, and nothing is before it begins', async () => {
		const {says = /./, withinMs = 60_000, mark, workload} = scenario.verdict;
		const driven = await drive({scenario});
		await driven.advance(4000);
		// Some are in trouble when one comes.
		const begins = scenario.script.some(({atMs}) => atMs > 4000);
		const early = begins ? alarmsOf(driven) : [];
		await driven.advance(withinMs - 4000);
		const {findings, services} = driven.app.session.world.getState();
		const [first] = findings;
		expect({
			early: early.map(({title}) => title),
			text: first === undefined ? '' : textOf(first),
			// What is wrong with a Service or an Ingress is not the workload's fault.
			mark: isAbout(first, workload) ? services.find(({name}) => name === workload)?.mark : first?.verdict,
		}).toEqual({early: [], text: expect.stringMatching(says), mark});
		await driven.stop();
	});
});
