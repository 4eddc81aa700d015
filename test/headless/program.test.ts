import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {privateFolder, runInPipes} from '../support/program.ts';
import {openProgram, RESTORED} from '../support/pty.ts';
import {execUser, writeKubeconfig} from './kubeconfig.ts';

describe('without a terminal', () => {
	test('prints one plain frame without escape codes', async () => {
		const {code, stdout, stderr} = await runInPipes({args: ['--demo=calm']});
		expect([code, stderr]).toEqual([0, '']);
		expect(stdout).not.toContain('\u001B');
		expect(stdout).toMatch(/^ SIMULATED calm demo › shop .*● live\n   SERVICE/);
		expect(stdout).toMatch(/api\s+✔\s+3\/3/);
	});

	test.each([
		[['--version'], 0, /^dogwatch \d/, /^$/],
		[['--help'], 0, /--kubeconfig FILE/, /^$/],
		[['--kubconfig', 'x'], 2, /^$/, /^dogwatch: there is no flag --kubconfig: did you mean --kubeconfig\?\n$/],
		[['--demo=nonsense'], 2, /^$/, /^dogwatch: there is no scenario nonsense: .*\n$/],
		[['--demo', '-c', 'podz'], 2, /^$/, /^dogwatch: --command: there is no `podz`: did you mean `pods`\?\n$/],
		[
			['--demo', '--db', 'my:secret@x'],
			2,
			/^$/,
			/^dogwatch: --db: this is no address of a PostgreSQL: [^\n]*database\n$/,
		],
		[
			['--demo', 'postgres://my:secret@x/y'],
			2,
			/^$/,
			/^dogwatch: there is no argument postgres:\/\/my:\*\*\*@x\/y: [^\n]*\n$/,
		],
		[[], 2, /^$/, /^dogwatch: No kubeconfig: .*\n$/],
		[['--kubeconfig', 'nowhere'], 2, /^$/, /^dogwatch: nowhere does not exist: check --kubeconfig\.\n$/],
	])('%j ends with %i and one sentence', async (args, code, stdout, stderr) => {
		const ended = await runInPipes({args});
		expect(ended).toEqual({code, stdout: expect.stringMatching(stdout), stderr: expect.stringMatching(stderr)});
	});

	test.each([
		['an empty file', ''],
		['a file that is a list', '- a\n'],
		['a YAML error', 'clusters:\n  - name: "x\n'],
	])('%s is refused in one sentence', async (_name, content) => {
		const home = privateFolder();
		mkdirSync(join(home, '.kube'));
		writeFileSync(join(home, '.kube/config'), content);
		const {code, stdout, stderr} = await runInPipes({args: [], home});
		expect([code, stdout]).toEqual([2, '']);
		expect(stderr).toMatch(/^dogwatch: [^\n]+\n$/);
	});

	test('an unknown context is refused with those that there are', async () => {
		const home = privateFolder();
		const kubeconfig = writeKubeconfig(home, {server: 'https://127.0.0.1:1'});
		const {code, stderr} = await runInPipes({args: ['--kubeconfig', kubeconfig, '--context', 'hero'], home});
		expect(code).toBe(2);
		expect(stderr).toMatch(/^dogwatch: .*hero.*here.*\n$/);
	});
});

describe('in a terminal', () => {
	test('a command that is none ends it with one sentence, after the terminal is given back', async () => {
		const program = openProgram({args: ['--demo=calm', '-c', 'podz']});
		const {code, screen, modes} = await program.exit;
		expect([code, modes]).toEqual([2, RESTORED]);
		expect(screen.join('\n')).toMatch(/dogwatch: --command: there is no `podz`: did you mean `pods`\?$/);
	});

	test('keys typed before the first frame are not lost', async () => {
		const program = openProgram({args: ['--demo=calm'], input: ':po\r'});
		await program.until(/› shop › pods 14/);
		program.press('\u001B');
		await program.until(/SERVICE +STATE/);
		program.press('qy');
		// What was typed before we had the terminal was echoed by it.
		expect(await program.exit).toMatchObject({code: 0, modes: RESTORED, isCooked: true});
	});

	test.each([
		['SIGTERM', 143],
		['SIGHUP', 129],
		['SIGINT', 130],
	] as const)('%s gives the terminal back and ends with %i', async (signal, code) => {
		const program = openProgram({args: ['--demo=calm']});
		await program.until(/SERVICE +STATE/);
		program.kill(signal);
		expect(await program.exit).toEqual({code, screen: ['$ dogwatch'], modes: RESTORED, isCooked: true});
	});

	test('it follows the size of the terminal, down to one row and back', async () => {
		const program = openProgram({args: ['--demo=calm']});
		await program.until(/TIMELINE/);
		for (const [columns, rows, words] of [
			[80, 24, /^ SIM.*\n +SERVICE/] as const,
			[60, 15, /^ SIM.*\n +SERVICE/] as const,
			[40, 8, /^ SIM[^]*\n +5 of 5 services healthy/] as const,
			[20, 1, /^ +api: At the maxi…/] as const,
			[120, 40, /^ SIM.*\n +SERVICE[^]*TIMELINE/] as const,
		]) {
			program.resize(columns, rows);
			await program.until(words);
		}
		program.press('\u0003');
		expect((await program.exit).code).toBe(0);
	});

	test.each([
		['nothing listens', {server: 'https://127.0.0.1:1'}, '', /refused/],
		['the login program fails', {server: 'https://127.0.0.1:1'}, 'echo no luck >&2; exit 3', /no credential/],
	])('%s: the header says so, and nothing ends it', async (_name, cluster, login, words) => {
		const home = privateFolder();
		const kubeconfig = writeKubeconfig(home, cluster, login === '' ? {token: 'x'} : execUser(home, login));
		const program = openProgram({args: ['--kubeconfig', kubeconfig], home});
		await program.until(words);
		program.press('\u0003');
		expect(await program.exit).toMatchObject({code: 0, modes: RESTORED, isCooked: true});
	});

	test('a login program that hangs does not hold up the end, and does not live on', async () => {
		const home = privateFolder();
		const login = 'echo $$ >"$(dirname "$0")/login-pid"; exec sleep 1000';
		const kubeconfig = writeKubeconfig(home, {server: 'https://127.0.0.1:1'}, execUser(home, login));
		const program = openProgram({args: ['--kubeconfig', kubeconfig], home});
		await program.until(/connecting/);
		await expect.poll(() => existsSync(join(home, 'login-pid'))).toBe(true);
		program.press('\u0003');
		expect(await program.exit).toMatchObject({code: 0, modes: RESTORED, isCooked: true});
		const pid = Number(readFileSync(join(home, 'login-pid'), 'utf8'));
		await expect.poll(() => isAlive(pid)).toBe(false);
	});
});

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}
