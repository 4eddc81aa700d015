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

const TOOLS: readonly Tool[] = [
	{name: 'program', command: ['node', '.build/fresh.ts']},
	{name: 'types', command: ['tsc', '--noEmit']},
	{name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings']},
	{name: 'dead code', command: ['knip']},
	{name: 'format', command: ['oxfmt', '--check']},
	{name: 'shelves', command: ['node', '.build/shelves.ts', '--check']},
];

/** One beside each other: most of them use more than one core already. */
const TOOLS_AT_ONCE = 2;

const environment = {
	...process.env,
	PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
};

async function check(projects: readonly string[]): Promise<Tally> {
	const waiting = [...TOOLS];
	const tallies: Tally[] = [];
	const worker = async (): Promise<void> => {
		for (let tool = waiting.shift(); tool !== undefined; tool = waiting.shift()) tallies.push(await runTool(tool));
	};
	await Promise.all(Array.from({length: TOOLS_AT_ONCE}, worker));
	tallies.push(await runTests(projects));
	return tallies.reduce(addTallies);
}

async function runTool({name, command: [program, ...args]}: Tool): Promise<Tally> {
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
	return {passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0};
}

/** The reporter sends the counts; when it did not come to that, or vitest knows better, that is one failure more. */
async function runTests(projects: readonly string[]): Promise<Tally> {
	const chosen = projects.flatMap(project => ['--project', project]);
	const args = ['run', '--config', 'test/vitest.config.ts', '--allowOnly=false', ...chosen];
	const child = fork('node_modules/vitest/vitest.mjs', args, {cwd: root, env: environment});
	let tally: Tally = {passed: 0, failed: 0, skipped: 0};
	child.on('message', message => (tally = message as Tally));
	const code = await new Promise<number | null>(resolve => child.on('close', resolve));
	return code !== 0 && tally.failed === 0 ? addTallies(tally, {passed: 0, failed: 1, skipped: 0}) : tally;
}

const tally = await check(process.argv.slice(2));
process.stdout.write(`${closingLine(tally)}\n`);
process.exitCode = tally.failed > 0 ? 1 : 0;
