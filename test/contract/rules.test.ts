import {describe, expect, test} from 'vitest';
import type {Rule} from '../../src/diagnosis/contract.ts';
import {NOON, type RuleExample} from '../../src/diagnosis/example.ts';
import type {ExpectedFinding} from '../../src/diagnosis/expected-finding.ts';
import {rules} from '../../src/diagnosis/rules.ts';
import type {Finding} from '../../src/model/finding.ts';
import {createDiagnosis, type Diagnosis} from '../support/diagnose.ts';

async function examplesOf({id}: Rule): Promise<readonly RuleExample[]> {
	const module = (await import(`../../src/diagnosis/rules/${id}/examples.ts`)) as {default: readonly RuleExample[]};
	return module.default;
}

const shelf = await Promise.all(rules.map(async rule => ({rule, id: rule.id, examples: await examplesOf(rule)})));

/** The example played from its beginning. */
function play(
	played: readonly Rule[],
	{objects, before = [], now = NOON, logs, running, usage, connections, unseen, namespace}: RuleExample,
): Diagnosis {
	const diagnosis = createDiagnosis(played);
	const more = {
		...(logs && {logs}),
		...(running && {running}),
		...(usage && {usage}),
		...(connections && {connections}),
		...(unseen && {unseen}),
		...(namespace !== undefined && {namespace}),
	};
	for (const moment of before) diagnosis.show(moment.objects, Date.parse(moment.at), more);
	diagnosis.show(objects, Date.parse(now), more);
	return diagnosis;
}

/** The fields of a finding that an example names. */
function fieldsOf(finding: Finding, wanted: ExpectedFinding): ExpectedFinding {
	const {object, title, because, extent, verdict, confidence, next, since} = finding;
	const all: Required<ExpectedFinding> = {
		object: `${object.kind}/${object.name}`,
		title,
		because,
		extent,
		verdict,
		confidence,
		next,
		affects: finding.affects.map(({name}) => name),
		evidence: finding.evidence.map(({text}) => text),
		since: new Date(since).toISOString().replace('.000Z', 'Z'),
	};
	return Object.fromEntries(Object.entries(all).filter(([field]) => Object.hasOwn(wanted, field)));
}

test('ids are those of their folders, and no two are alike', () => {
	expect(new Set(rules.map(({id}) => id)).size).toBe(rules.length);
});

describe.each(shelf)('$id', ({rule, examples}) => {
	test('says in whole sentences what it is', () => {
		expect(rule.title).toMatch(/^[a-zA-Z].*[^.]$/);
		expect([rule.why, rule.remedy].filter(text => !/^[A-Z].*\.$/.test(text))).toEqual([]);
	});

	test('has an example that fires and one that must not', () => {
		expect(examples.filter(({finds}) => finds.length > 0).length).toBeGreaterThanOrEqual(1);
		expect(examples.filter(({finds}) => finds.length === 0).length).toBeGreaterThanOrEqual(1);
		expect(new Set(examples.map(({name}) => name)).size).toBe(examples.length);
	});

	test.each([...examples])('$name', example => {
		const {engine} = play([rule], example);
		expect([...engine.broken]).toEqual([]);
		const {findings} = engine;
		expect(findings.map((finding, index) => fieldsOf(finding, example.finds[index] ?? {title: ''}))).toEqual(
			example.finds.map(({...fields}) => fields),
		);
		for (const {title, next, evidence} of findings) {
			expect(title).toMatch(/^[A-Z0-9].*[^.]$/s);
			expect(
				[title, ...next, ...evidence.map(({text}) => text)].filter(text => /undefined|NaN|\[object/.test(text)),
			).toEqual([]);
			expect(evidence.length).toBeGreaterThan(0);
		}
	});

	test('what it says is the same whether it is asked once or at every step', () => {
		for (const example of examples) {
			const first = play([rule], example).engine.findings.map(({id}) => id);
			const diagnosis = play([rule], example);
			const now = Date.parse(example.now ?? NOON);
			diagnosis.show(example.objects, now, example);
			expect(diagnosis.engine.findings.map(({id}) => id)).toEqual(first);
		}
	});
});
