import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/** Together they may take a minute. */
const VENV_MS = 20_000;
const INSTALL_MS = 40_000;

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');

/** The path of a Python that has what requirements.txt pins; it is installed once and kept. `skipped` says why there is none. */
export function findPython(): string | {readonly skipped: string} {
	const base = ['python3.13', 'python3.12', 'python3.11', 'python3'].find(isRecent);
	if (base === undefined) return {skipped: 'no Python from 3.10 on, which a real uvicorn service needs'};
	const version = versionOf(base) ?? '';
	const key = createHash('sha256').update(version).update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 16);
	const cache = join(tmpdir(), 'dogwatch-real-service');
	const folder = join(cache, key);
	const python = join(folder, 'bin/python');
	if (existsSync(python)) return python;
	try {
		mkdirSync(cache, {recursive: true, mode: 0o700});
		install(base, cache, folder);
		return python;
	} catch (error) {
		// The last line of what the program said.
		const because = error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error);
		return {skipped: `FastAPI and SQLAlchemy cannot be installed for a real service: ${because}`};
	}
}

/** In a folder of its own that is then renamed: nobody sees a half-filled one. Only `python -m` survives that, which is enough. */
function install(base: string, cache: string, folder: string): void {
	const venv = mkdtempSync(join(cache, '.install.'));
	try {
		execFileSync(base, ['-m', 'venv', venv], {stdio: 'pipe', timeout: VENV_MS});
		execFileSync(
			join(venv, 'bin/python'),
			[
				'-m',
				'pip',
				'install',
				'--quiet',
				'--disable-pip-version-check',
				'--only-binary=:all:',
				'-r',
				REQUIREMENTS,
			],
			{stdio: 'pipe', timeout: INSTALL_MS},
		);
		if (!existsSync(folder)) renameSync(venv, folder);
	} finally {
		rmSync(venv, {recursive: true, force: true});
	}
}

function isRecent(command: string): boolean {
	const [major = 0, minor = 0] = (versionOf(command) ?? '').split('.').map(Number);
	return major === 3 && minor >= 10;
}

/** `3.11.7`; undefined when there is no such command. */
function versionOf(command: string): string | undefined {
	try {
		const program = 'import platform; print(platform.python_version())';
		return execFileSync(command, ['-c', program], {encoding: 'utf8', stdio: 'pipe', timeout: 10_000}).trim();
	} catch {
		return undefined;
	}
}
