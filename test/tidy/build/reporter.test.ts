import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {tmpdir} from 'node:os';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {addTallies, closingLine} from '../../../.build/tally.ts';
import {root} from '../../../.build/root.ts';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'dogwatch-reporter-'));
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, {recursive: true}));

interface Case {
	readonly name: string;
	readonly files: Readonly<Record<string, string>>;
	readonly line: string;
	readonly status: number;
}

const PASSING = `test('a', () => {});`;

const cases: readonly Case[] = [
	{
		name: 'says only passed and failed when nothing was skipped',
		files: {'a.test.ts': PASSING, 'b.test.ts': PASSING},
		line: '2 passed, 0 failed',
		status: 0,
	},
	{
		name: 'counts as failed what kept tests from running, too',
		files: {
			'tests.test.ts': `${PASSING} test('b', () => { throw 1; }); test.skip('c', () => {}); test.todo('d');`,
			'load.test.ts': `import './not-there.ts'; ${PASSING}`,
			'set-up.test.ts': `describe('x', () => { beforeAll(() => { throw 1; }); ${PASSING} });`,
			'late.test.ts': `test('a', async () => { void Promise.reject(new Error('lost')); await new Promise(setImmediate); });`,
		},
		line: '2 passed, 4 failed, 3 skipped',
		status: 1,
	},
	{name: 'fails a module without tests', files: {'a.test.ts': ''}, line: '0 passed, 1 failed', status: 1},
	{name: 'fails a run without modules', files: {}, line: '0 passed, 1 failed', status: 1},
];

test.each(cases)('the closing line $name', ({name, files, line, status}) => {
	const project = join(folder, name);
	mkdirSync(project);
	for (const [path, text] of Object.entries(files)) writeFileSync(join(project, path), text);
	const vitest = join(root, 'node_modules/vitest/vitest.mjs');
	const args = ['run', '--globals', '--root', project, '--reporter', join(root, 'test/reporter.ts')];
	const ended = spawnSync(process.execPath, [vitest, ...args], {encoding: 'utf8', cwd: project});
	expect({lastLine: ended.stdout.trimEnd().split('\n').at(-1), status: ended.status}).toEqual({
		lastLine: line,
		status,
	});
});

test('tallies add up', () => {
	const sum = addTallies({passed: 1, failed: 2, skipped: 3}, {passed: 10, failed: 20, skipped: 30});
	expect(closingLine(sum)).toBe('11 passed, 22 failed, 33 skipped');
});
