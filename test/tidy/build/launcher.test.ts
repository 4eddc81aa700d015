import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {root} from '../../../.build/root.ts';

/** Stands in for the built program: tells how it was started, or lives until it is told to end. */
const PROGRAM = `
const {execArgv, argv, pid} = process;
if (argv[2] === 'fail') process.exit(7);
process.on('SIGTERM', () => process.exit(3));
if (argv[2] === 'wait') setInterval(() => {}, 1000);
console.log(JSON.stringify({flags: execArgv, args: argv.slice(2), pid}));
`;

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'dogwatch-launcher-'));
	for (const name of ['built/bin', 'built/dist', 'unbuilt/bin', 'checkout/bin'])
		mkdirSync(join(folder, name), {recursive: true});
	for (const name of ['built', 'unbuilt', 'checkout']) copyFileSync(join(root, 'bin/dogwatch.cjs'), launcherOf(name));
	writeFileSync(join(folder, 'checkout/package.json'), '{}');
	writeFileSync(join(folder, 'built/dist/cli.mjs'), PROGRAM);
	writeFileSync(join(folder, 'old.cjs'), `Object.defineProperty(process, 'versions', {value: {node: '22.18.9'}});`);
	writeFileSync(
		join(folder, 'bun.cjs'),
		`Object.defineProperty(process, 'versions', {value: {node: '1.0.0', bun: '1'}});`,
	);
	writeFileSync(join(folder, 'no-execve.cjs'), 'process.execve = undefined;');
	writeFileSync(
		join(folder, 'bad-execve.cjs'),
		`process.execve = () => { process.emitWarning('execve is experimental'); throw new Error('not here'); };`,
	);
});
afterAll(() => rmSync(folder, {recursive: true}));

const launcherOf = (name: string): string => join(folder, name, 'bin/dogwatch.cjs');

interface Case {
	readonly name: string;
	/** A module that makes Node look different. */
	readonly preload?: string;
	readonly project?: string;
	readonly args?: readonly string[];
	readonly options?: string;
	readonly status: number;
	/** Flags and arguments as the program sees them. */
	readonly sees?: {readonly flags: readonly string[]; readonly args: readonly string[]};
	readonly says?: string;
}

const NURSERY = '--max-semi-space-size=2';

const cases: readonly Case[] = [
	{
		name: 'starts the program with a small nursery and hands the arguments on',
		args: ['--demo', 'two words', ''],
		status: 0,
		sees: {flags: [NURSERY], args: ['--demo', 'two words', '']},
	},
	{name: 'does not start twice for one line', args: ['--version'], status: 0, sees: {flags: [], args: ['--version']}},
	{name: 'passes the exit code on', args: ['fail'], status: 7},
	{
		name: 'leaves a nursery that somebody chose',
		options: '--max-semi-space-size=16',
		status: 0,
		sees: {flags: [], args: []},
	},
	{name: 'goes on in a Node without execve', preload: 'no-execve', status: 0, sees: {flags: [], args: []}},
	{name: 'goes on silently where execve fails', preload: 'bad-execve', status: 0, sees: {flags: [], args: []}},
	{name: 'goes on in bun, whatever Node it says it is', preload: 'bun', status: 0, sees: {flags: [], args: []}},
	{
		name: 'refuses a Node that is too old, in one sentence',
		preload: 'old',
		status: 1,
		says: `Dogwatch needs Node.js 22.19 or newer; this is ${process.version} (${process.execPath}).\n`,
	},
	{
		name: 'says in a checkout where a newer one is',
		preload: 'old',
		project: 'checkout',
		status: 1,
		says: `Dogwatch needs Node.js 22.19 or newer; this is ${process.version} (${process.execPath}): "npm ci" brings Node.js 24, and "npm start" uses it.\n`,
	},
	{
		name: 'says what to do when the program is not built',
		project: 'unbuilt',
		status: 1,
		says: 'Dogwatch is not built yet: run "npm run build" first.\n',
	},
];

test.each(cases)('it $name', ({preload, project = 'built', args = [], options = '', status, sees, says = ''}) => {
	const preloaded = preload === undefined ? [] : ['--require', join(folder, `${preload}.cjs`)];
	const env = {...process.env, NODE_OPTIONS: options};
	const ended = spawnSync(process.execPath, [...preloaded, launcherOf(project), ...args], {env, encoding: 'utf8'});
	const seen = ended.stdout === '' ? undefined : (JSON.parse(ended.stdout) as {flags: string[]; args: string[]});
	expect({status: ended.status, says: ended.stderr, args: seen?.args}).toEqual({status, says, args: sees?.args});
	expect(seen?.flags.filter(flag => !preloaded.includes(flag))).toEqual(sees?.flags);
});

test('the program is the process that was started, and gets its signals', async () => {
	const child = spawn(process.execPath, [launcherOf('built'), 'wait'], {stdio: ['ignore', 'pipe', 'inherit']});
	const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
	expect(JSON.parse(line)).toEqual({flags: [NURSERY], args: ['wait'], pid: child.pid});
	const ended = once(child, 'exit');
	child.kill('SIGTERM');
	expect(await ended).toEqual([3, null]);
});
