import {execFileSync} from 'node:child_process';
import {
	existsSync,
	globSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {buildIfStale} from '../../../.build/fresh.ts';
import {licencesOf} from '../../../.build/licences.ts';
import {root} from '../../../.build/root.ts';

const MAIN = `
declare const DOGWATCH_VERSION: string;
if (process.argv[2] === '--version') process.stdout.write(DOGWATCH_VERSION);
else process.stdout.write((await import('./screen.tsx')).draw());
`;
const SCREEN = `
import {renderToString, Text} from 'ink';
export const draw = (): string => renderToString(<Text>{String(process.env.NODE_ENV)}</Text>);
`;

let folder: string;
let said: string[];
beforeEach(() => {
	said = [];
	folder = mkdtempSync(join(tmpdir(), 'dogwatch-bundle-'));
	mkdirSync(join(folder, 'src/cli'), {recursive: true});
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	writeFileSync(join(folder, 'package.json'), JSON.stringify({name: 'dogwatch', version: '1.2.3'}));
	writeFileSync(join(folder, 'src/cli/main.ts'), MAIN);
	writeFileSync(join(folder, 'src/cli/screen.tsx'), SCREEN);
});
afterEach(() => rmSync(folder, {recursive: true}));

const run = (argument: string): string =>
	execFileSync(process.execPath, [join(folder, 'dist/cli.mjs'), argument], {
		encoding: 'utf8',
		env: {...process.env, DEV: 'true', NODE_ENV: 'test'},
	});
const build = (): Promise<void> => buildIfStale(folder, words => said.push(words));
/** File systems date by a clock of coarse ticks, so what is written at once after a build may look as old as the build. */
const aMinutePasses = (): void => {
	for (const path of globSync(['src', 'src/**', 'dist/*', 'package.json'], {cwd: folder})) {
		const at = statSync(join(folder, path)).mtimeMs / 1000 - 60;
		utimesSync(join(folder, path), at, at);
	}
};
const built = (): string[] => readdirSync(join(folder, 'dist')).toSorted();

describe('the bundle', () => {
	test('runs without node_modules, in production, and loads late what is needed late', async () => {
		await build();
		rmSync(join(folder, 'node_modules'));
		expect(run('--version')).toBe('1.2.3');
		expect(run('--draw')).toBe('production');
		expect(built()).toEqual(['THIRD_PARTY_LICENSES', 'cli.mjs', expect.stringMatching(/^screen-.+\.mjs$/)]);
		expect(statSync(join(folder, 'dist/cli.mjs')).size).toBeLessThan(2_000);
		const licences = readFileSync(join(folder, 'dist/THIRD_PARTY_LICENSES'), 'utf8');
		expect(licences.match(/^(ink|react|yoga-layout) .*$/gm)).toEqual([
			'ink 8.0.0 (MIT)',
			'react 19.3.1 (MIT)',
			'yoga-layout 3.2.1 (MIT)',
		]);
		expect(licences).toContain('Copyright (c) Meta Open Source\n\nPermission is hereby granted');
	});

	test('is built anew when a source is newer or gone, and only then', async () => {
		writeFileSync(join(folder, 'src/cli/screen.tsx'), 'export const draw = () => "one";');
		await build();
		const first = built();
		writeFileSync(join(folder, 'dist/witness'), 'a build removes what is not its own');
		await build();
		expect(built()).toEqual([...first, 'witness'].toSorted());
		aMinutePasses();
		writeFileSync(join(folder, 'src/cli/screen.tsx'), 'export const draw = () => "two";');
		await build();
		expect(existsSync(join(folder, 'dist/witness'))).toBe(false);
		expect(built()).not.toEqual(first);
		expect(run('--draw')).toBe('two');
		writeFileSync(join(folder, 'dist/witness'), '');
		aMinutePasses();
		writeFileSync(join(folder, 'src/cli/unused.ts'), '');
		utimesSync(join(folder, 'src/cli/unused.ts'), 0, 0);
		rmSync(join(folder, 'src/cli/unused.ts'));
		await build();
		expect(existsSync(join(folder, 'dist/witness'))).toBe(false);
	});

	test('stays as it was when a source cannot be built', async () => {
		writeFileSync(join(folder, 'src/cli/screen.tsx'), 'export const draw = () => "one";');
		await build();
		aMinutePasses();
		writeFileSync(
			join(folder, 'src/cli/screen.tsx'),
			`import {gone} from 'no-such-package'; export const draw = gone;`,
		);
		await expect(build()).rejects.toThrow('no-such-package');
		expect(run('--draw')).toBe('one');
	});
});

describe('the licences of a bundle', () => {
	const install = (name: string, manifest: object, licence?: string): string => {
		const at = join(folder, 'vendor/node_modules', name);
		mkdirSync(at, {recursive: true});
		writeFileSync(join(at, 'package.json'), JSON.stringify(manifest));
		if (licence !== undefined) writeFileSync(join(at, 'LICENSE.md'), licence);
		return join(at, 'lib/index.js');
	};

	test('name each package once, with its text', () => {
		const modules = [
			install('b', {name: 'b', version: '2.0.0', license: 'ISC'}, 'words of b\n'),
			install('@a/a', {name: '@a/a', version: '1.0.0', license: 'MIT'}, 'words of a\n'),
			install('b/node_modules/@a/a', {name: '@a/a', version: '1.0.0', license: 'MIT'}, 'words of a\n'),
			join(folder, 'src/cli/main.ts'),
			'\0rolldown/runtime.js',
		];
		expect(licencesOf(modules)).toBe(
			`@a/a 1.0.0 (MIT)\n\nwords of a\n\n${'-'.repeat(80)}\n\nb 2.0.0 (ISC)\n\nwords of b\n`,
		);
	});

	test.each([
		['a licence nobody allowed', {name: 'c', version: '1.0.0', license: 'GPL-3.0'}, 'words', 'c 1.0.0 (GPL-3.0)'],
		['no licence', {name: 'c', version: '1.0.0'}, 'words', 'c 1.0.0 (no licence named)'],
		['no text', {name: 'c', version: '1.0.0', license: 'ISC'}, undefined, 'c ships no text of its licence (ISC)'],
	])('a package with %s ends the build', (_, manifest, licence, sentence) => {
		expect(() => licencesOf([install('c', manifest, licence)])).toThrow(sentence);
	});
});
