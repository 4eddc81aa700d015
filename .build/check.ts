/**
 * Runs every check there is and ends with one line that counts them all: `node .build/check.ts unit terminal cluster`
 * (vitest's projects). A tool is one check. Its words are shown only when it fails; vitest shows its own.
 */
import {fork, spawn} from 'node:child_process';
import {delimiter, join} from 'node:path';
import {addTallies, closingLine, type Tally} from './tally.ts';
import {root} from './root.ts';

interface Tool {
	readonly name: string;
	/** A program of node_modules/.bin and its arguments. */
	readonly command: readonly [string, ...string[]];
}

const PROGRAM = 'program';
const TOOLS: readonly Tool[] = [
	{name: PROGRAM, command: ['node', '.build/fresh.ts']},
	{name: 'types', command: ['tsc', '--noEmit']},
	{name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings']},
	{name: 'dead code', command: ['knip']},
	{name: 'format', command: ['oxfmt', '--check']},
	{name: 'shelves', command: ['node', '.build/shelves.ts', '--check']},
	{name: 'README', command: ['node', '.build/readme.ts', '--check']},
];

/** One beside each other: most of them use more than one core already. */
const TOOLS_AT_ONCE = 2;

const environment = {
	...process.env,
	PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
};

async function check(projects: readonly string[]): Promise<Tally> {
	const waiting = [...TOOLS];
	const failed = new Set<string>();
	const worker = async (): Promise<void> => {
		for (let tool = waiting.shift(); tool !== undefined; tool = waiting.shift()) {
			if (!(await runTool(tool))) failed.add(tool.name);
		}
	};
	await Promise.all(Array.from({length: TOOLS_AT_ONCE}, worker));
	// Without the program, its tests could only repeat that it cannot be built.
	const runnable = failed.has(PROGRAM) ? projects.filter(project => project !== 'terminal') : projects;
	return addTallies({passed: TOOLS.length - failed.size, failed: failed.size, skipped: 0}, await runTests(runnable));
}

/** Whether it succeeded. */
async function runTool({name, command: [program, ...args]}: Tool): Promise<boolean> {
	const startedAt = performance.now();
	const child = spawn(program, args, {cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe']});
	let output = '';
	child.stdout.setEncoding('utf8').on('data', text => (output += text));
	child.stderr.setEncoding('utf8').on('data', text => (output += text));
	const passed = await new Promise<boolean>(resolve => {
		child.on('close', code => resolve(code === 0));
		child.on('error', error => {
			output += error.message;
			resolve(false);
		});
	});
	const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
	process.stdout.write(`${passed ? '✓' : '✗'} ${name} ${seconds} s\n${passed ? '' : `${output.trim()}\n`}`);
	return passed;
}

/** The reporter sends the counts. When it did not come to that, or vitest knows of more, that is one failure. */
async function runTests(projects: readonly string[]): Promise<Tally> {
	const chosen = projects.flatMap(project => ['--project', project]);
	const args = ['run', '--config', 'test/vitest.config.ts', '--allowOnly=false', ...chosen];
	const child = fork('node_modules/vitest/vitest.mjs', args, {cwd: root, env: environment});
	let counted: Tally | undefined;
	child.on('message', message => (counted = message as Tally));
	const code = await new Promise<number | null>(resolve => child.on('close', resolve));
	const {passed, failed, skipped} = counted ?? {passed: 0, failed: 1, skipped: 0};
	return {passed, failed: code === 0 ? failed : Math.max(1, failed), skipped};
}

const tally = await check(process.argv.slice(2));
process.stdout.write(`${closingLine(tally)}\n`);
process.exitCode = tally.failed > 0 ? 1 : 0;
