import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {createSaveFile} from '../../src/platform/saved-files.ts';

function folder(): string {
	const path = mkdtempSync(join(tmpdir(), 'dogwatch-saved-'));
	onTestFinished(() => rmSync(path, {recursive: true, force: true}));
	return path;
}

test('a file is written into the first folder, for its owner alone', async () => {
	const [here, state] = [folder(), join(folder(), 'state')];
	const path = await createSaveFile([here, state])('pod-api.yaml', 'kind: Pod\n');
	expect(path).toBe(join(here, 'pod-api.yaml'));
	expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['kind: Pod\n', 0o600]);
});

test('nothing is overwritten, and no link is followed', async () => {
	const here = folder();
	const secret = join(folder(), 'secret');
	writeFileSync(secret, 'mine');
	writeFileSync(join(here, 'a.yaml'), 'old');
	symlinkSync(secret, join(here, 'a-2.yaml'));
	const path = await createSaveFile([here])('a.yaml', 'new');
	expect(path).toBe(join(here, 'a-3.yaml'));
	expect([readFileSync(secret, 'utf8'), readFileSync(join(here, 'a.yaml'), 'utf8')]).toEqual(['mine', 'old']);
});

test('where one cannot write, it goes to the last folder, which is made', async () => {
	const [here, state] = [join(folder(), 'file'), join(folder(), 'state/dogwatch')];
	writeFileSync(here, '');
	const path = await createSaveFile([here, state])('a.yaml', 'x');
	expect(path).toBe(join(state, 'a.yaml'));
	expect(statSync(state).mode & 0o777).toBe(0o700);
});

test('a folder that is gone is no trouble, and when there is none it is said', async () => {
	const [gone, state] = [join(folder(), 'gone'), folder()];
	expect(await createSaveFile([gone, state])('a.yaml', 'x')).toBe(join(state, 'a.yaml'));
	const file = join(folder(), 'file');
	writeFileSync(file, '');
	await expect(createSaveFile([join(file, 'below')])('a.yaml', 'x')).rejects.toThrow(/ENOTDIR|EEXIST/);
	await expect(createSaveFile([])('a.yaml', 'x')).rejects.toThrow('there is no folder to save to');
});

test('a name that a cluster made leads nowhere else', async () => {
	const here = folder();
	mkdirSync(join(here, 'below'));
	const save = createSaveFile([join(here, 'below')]);
	await save('../../etc/passwd\u001B[2J.yaml', 'x');
	await save('.bashrc', 'x');
	await save(`${'x'.repeat(500)}.yaml`, 'x');
	expect(readdirSync(here)).toEqual(['below']);
	expect(readdirSync(join(here, 'below')).toSorted()).toEqual([
		'bashrc',
		'etc-passwd-2J.yaml',
		`${'x'.repeat(195)}.yaml`,
	]);
});
