import {globSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {bundle} from './bundle.ts';
import {root} from './root.ts';

/** What the program is made from. Folders count too: they are newer when a file was removed. */
const SOURCES = ['src', 'src/**', 'package.json', 'package-lock.json', '.build/{bundle,licences}.ts'];

/** Builds the program of the project in `folder` if a source is newer than it; only then it has something to say. */
export async function buildIfStale(folder: string, say: (words: string) => void): Promise<void> {
	const built = modifiedMs(join(folder, 'dist/cli.mjs'));
	const sources = globSync(SOURCES, {cwd: folder}).map(source => modifiedMs(join(folder, source)));
	if (built > Math.max(...sources)) return;
	say('Building dogwatch …\n');
	await bundle({root: folder, entry: join(folder, 'src/cli/main.ts'), outFolder: join(folder, 'dist')});
}

/** Milliseconds since 1970; long ago when there is no such file. */
function modifiedMs(path: string): number {
	return statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? 0;
}

/** What vitest runs before the tests of the built program. */
export default async function buildHere(): Promise<void> {
	await buildIfStale(root, words => process.stderr.write(words));
}

if (import.meta.main) await buildHere();
