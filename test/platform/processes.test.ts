import {once} from 'node:events';
import {chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {createFiles} from '../../src/platform/files.ts';
import {createProcesses} from '../../src/platform/processes.ts';

function folder(): string {
	const path = mkdtempSync(join(tmpdir(), 'dogwatch-platform-'));
	onTestFinished(() => rmSync(path, {recursive: true, force: true}));
	return path;
}

const {find, run} = createProcesses();
const shell = (script: string, signal = new AbortController().signal): ReturnType<typeof run> =>
	run({command: '/bin/sh', args: ['-c', script], environment: {NAME: 'x'}, outputBytesMax: 10, signal});

test('a program has our environment, no stdin, and bounds: the beginning of stdout and the end of stderr', async () => {
	expect(await shell('printf "%s:" "$NAME"; cat; printf 123456789; printf abcdefghijklmn >&2; exit 3')).toEqual({
		exitCode: 3,
		stdout: 'x:12345678',
		stderr: 'efghijklmn',
	});
});

test('a program that is killed has no exit code', async () => {
	expect((await shell('kill -9 $$')).exitCode).toBeUndefined();
});

test('a program that is not there is an error', async () => {
	const order = {args: [], environment: {}, outputBytesMax: 10, signal: new AbortController().signal};
	await expect(run({...order, command: '/no/such/program'})).rejects.toMatchObject({code: 'ENOENT'});
});

test('calling off ends the program and what it started', async () => {
	const path = folder();
	const stop = new AbortController();
	const seen = once(watch(path), 'change');
	// The child of the shell holds the pipes open for a minute.
	const end = shell(`sleep 60 & echo $! > ${path}/.pid && mv ${path}/.pid ${path}/pid; wait`, stop.signal);
	await seen;
	while (!readablePid(path)) await new Promise(resolve => setImmediate(resolve));
	stop.abort(new Error('enough'));
	await expect(end).rejects.toThrow('enough');
	const pid = Number(readablePid(path));
	while (isAlive(pid)) await new Promise(resolve => setImmediate(resolve));
	await expect(shell('true', stop.signal)).rejects.toThrow('enough');
});

function readablePid(path: string): string {
	try {
		return readFileSync(join(path, 'pid'), 'utf8').trim();
	} catch {
		return '';
	}
}

/** A process that has ended, but whose parent has not noticed, is a zombie. */
function isAlive(pid: number): boolean {
	try {
		return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
	} catch {
		return false;
	}
}

test('a program is found by its name on PATH, or by its path', async () => {
	const path = folder();
	writeFileSync(join(path, 'plugin'), '#!/bin/sh\n');
	writeFileSync(join(path, 'data'), '');
	mkdirSync(join(path, 'some-folder'));
	chmodSync(join(path, 'plugin'), 0o755);
	const environment = {PATH: `/no/such:${path}:/bin`};
	expect([
		await find('plugin', environment),
		await find(join(path, 'plugin'), {}),
		await find('data', environment),
		await find('some-folder', environment),
		await find('plugin', {}),
	]).toEqual([join(path, 'plugin'), join(path, 'plugin'), undefined, undefined, undefined]);
});

test('a file is read up to its bound', async () => {
	const path = join(folder(), 'file');
	writeFileSync(path, 'x'.repeat(100_000));
	const {read} = createFiles();
	expect((await read(path, 100_000)).length).toBe(100_000);
	await expect(read(path, 99_999)).rejects.toMatchObject({code: 'EFBIG'});
	await expect(read('/dev/zero', 100_000)).rejects.toMatchObject({code: 'EFBIG'});
	await expect(read(`${path}x`, 10)).rejects.toMatchObject({code: 'ENOENT'});
	await expect(read(tmpdir(), 10)).rejects.toMatchObject({code: 'EISDIR'});
});
