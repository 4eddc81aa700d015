/**
 * `npm run new kind ingress` puts an entry on a shelf: a copy of the smallest entry there, under the new name, to be
 * changed from there. So the template is always one that works.
 */
import {cpSync, existsSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from './root.ts';
import {entriesOf, shelves, writeIndexes} from './shelves.ts';

/** Returns the sentence that says what was done. Throws with a sentence for the user when it cannot be. */
export function addEntry(projectFolder: string, entry: string | undefined, name: string | undefined): string {
	const shelf = shelves.find(other => other.entry === entry);
	if (shelf === undefined || name === undefined) {
		throw new Error(`Usage: npm run new <${shelves.map(other => other.entry).join('|')}> <name-with-dashes>`);
	}
	if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
		throw new Error(`"${name}" cannot be a folder here: use lower-case words and dashes.`);
	}
	const target = join(shelf.folder, name);
	if (existsSync(join(projectFolder, target))) throw new Error(`${target} is there already.`);
	const sizeOf = (other: string): number => statSync(join(projectFolder, shelf.folder, other, 'index.ts')).size;
	const model = entriesOf(shelf, projectFolder).toSorted((a, b) => sizeOf(a) - sizeOf(b))[0];
	if (model === undefined) throw new Error(`${shelf.folder} is empty: the first entry has nothing to be a copy of.`);
	cpSync(join(projectFolder, shelf.folder, model), join(projectFolder, target), {recursive: true});
	const index = join(projectFolder, target, 'index.ts');
	writeFileSync(index, readFileSync(index, 'utf8').replace(`id: '${model}'`, `id: '${name}'`));
	writeIndexes(projectFolder);
	return `${target} is a copy of "${model}": now make it say what it is.`;
}

if (import.meta.main) {
	try {
		process.stdout.write(`${addEntry(root, process.argv[2], process.argv[3])}\n`);
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		process.exitCode = 1;
	}
}
