import {describe, expect, test} from 'vitest';
import {schema} from '../../src/modes/check/schema.ts';
import type {Report, ReportedFinding} from '../../src/modes/check/report.ts';
import {mistakesOf} from '../support/case-verdict.ts';
import {findCases} from '../support/cases.ts';
import {faultsOf} from '../support/json-schema.ts';
import {runInPipes} from '../support/program.ts';
import {serveCase} from '../support/serve-case.ts';

/** The built program on recorded failures, served on the wire: what it prints, and how it ends. */
const cases = findCases();

/** They are about what requests and pools tell, which nobody reads yet. */
const NEED_REQUESTS = new Set(['24-queuepool-timeout', '25-slow-requests-only']);

const EXIT_CODES = {doomed: 1, struggling: 3, progressing: 0, healthy: 0, unknown: 4};

function textOf({title, because, extent, evidence, next, consequences}: ReportedFinding): string {
	return [
		title,
		extent,
		because,
		...evidence.map(({text}) => text),
		...next,
		...consequences.map(below => below.title),
	].join('\n');
}

async function check(kubeconfig: string): Promise<{readonly report: Report; readonly code: number | null}> {
	const {code, stdout, stderr} = await runInPipes({args: ['check', '--kubeconfig', kubeconfig, '--output', 'json']});
	expect(stderr).toBe('');
	const report = JSON.parse(stdout) as Report;
	expect(faultsOf(schema, report)).toEqual([]);
	expect(code).toBe(EXIT_CODES[report.verdict]);
	return {report, code};
}

if ('skipped' in cases) test.skip(`the recorded cases: ${cases.skipped}`, () => undefined);
else {
	const failing = cases.filter(({id, expected}) => !expected.healthy && !NEED_REQUESTS.has(id));
	const healthy = cases.filter(({expected}) => expected.healthy);

	describe('check', () => {
		test.each([...failing])('$id is named, and is the verdict', async ({id, expected}) => {
			const {report} = await check(await serveCase(id));
			const [first] = report.findings;
			const said = first && {
				object: `${first.object.kind}/${first.object.namespace}/${first.object.name}`,
				verdict: first.verdict,
				text: textOf(first),
			};
			expect({said, mistakes: mistakesOf(said, expected)}).toEqual({said, mistakes: []});
			expect(expected.severity_ok).toContain(report.verdict);
		});

		test.each([...healthy])('$id raises nothing, at its end and while it is played', async ({id}) => {
			const {report, code} = await check(await serveCase(id));
			expect([report.findings.filter(({severity}) => severity !== 'info'), code]).toEqual([[], 0]);
			const kubeconfig = await serveCase(id, '--at', 'start', '--speed', '10');
			for (let asked = 0; asked < 12; asked++) {
				const now = await check(kubeconfig);
				expect(now.report.findings.filter(({severity}) => severity !== 'info')).toEqual([]);
			}
		});
	});
}
