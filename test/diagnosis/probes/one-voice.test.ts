import {describe, expect, test} from 'vitest';
import {NOON, type RuleExample} from '../../../src/diagnosis/example.ts';
import {rules} from '../../../src/diagnosis/rules.ts';
import type {Finding, Verdict} from '../../../src/model/finding.ts';
import {createDiagnosis} from '../../support/diagnose.ts';

/** The rules about containers that are killed, or do not get ready. */
const ids = rules
	.map(({id}) => id)
	.filter(id => /^(?:liveness-|startup-|readiness-|oom-|probe-cannot-run|not-ready$)/.test(id));

/** What all rules together say of an example that is trouble. */
function troublesOf({objects, logs, usage, unseen, now = NOON}: RuleExample): readonly Finding[] {
	const {engine, show} = createDiagnosis(rules);
	show(objects, Date.parse(now), {...(logs && {logs}), ...(usage && {usage}), ...(unseen && {unseen})});
	expect([...engine.broken]).toEqual([]);
	return engine.findings.filter(({verdict}) => isTrouble(verdict));
}

function isTrouble(verdict: Verdict | undefined): boolean {
	return verdict === 'doomed' || verdict === 'struggling';
}

describe('one trouble is told once, by all rules together', () => {
	test.each(ids)('%s', async id => {
		const {default: examples} = (await import(`../../../src/diagnosis/rules/${id}/examples.ts`)) as {
			default: readonly RuleExample[];
		};
		for (const example of examples) {
			const troubles = troublesOf(example);
			const owners = troubles.map(({object}) => `${object.kind}/${object.name}`);
			expect([example.name, owners]).toEqual([example.name, [...new Set(owners)]]);
			const told = troubles.flatMap(({rule, consequences}) => [rule, ...consequences.map(one => one.rule)]);
			const isTold = told.includes(id) || !example.finds.some(({verdict}) => isTrouble(verdict));
			expect([example.name, isTold, told]).toEqual([example.name, true, told]);
		}
	});
});
