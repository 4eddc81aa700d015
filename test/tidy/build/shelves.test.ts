import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {format, type FormatOptions} from 'oxfmt';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {addEntry} from '../../../.build/new.ts';
import {root} from '../../../.build/root.ts';
import {entriesOf, indexOf, shelves, staleShelves, writeIndexes, type Shelf} from '../../../.build/shelves.ts';

const shelf: Shelf = {
	entry: 'pane',
	folder: 'src/ui/panes',
	index: 'src/ui/panes.ts',
	exports: 'panes',
	type: 'Pane',
};

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'dogwatch-shelves-'));
});
afterEach(() => rmSync(folder, {recursive: true}));

function write(path: string, text = ''): void {
	mkdirSync(dirname(join(folder, path)), {recursive: true});
	writeFileSync(join(folder, path), text);
}

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

describe('the index of a shelf', () => {
	test('names its entries in the order of their folders', () => {
		expect(indexOf(shelf, ['slow-requests', 'why'])).toBe(
			[
				'// Generated from the folders of src/ui/panes by `npm run accept`: do not edit.',
				`import type {Pane} from './contract.ts';`,
				`import slowRequests from './panes/slow-requests/index.ts';`,
				`import why from './panes/why/index.ts';`,
				'',
				'export const panes: readonly Pane[] = [slowRequests, why];',
				'',
			].join('\n'),
		);
	});

	test.each([37, 38])('is laid out as the formatter would (a name of %i letters)', async letters => {
		const text = indexOf(shelf, ['a'.repeat(40), 'b'.repeat(letters)]) ?? '';
		const options = JSON.parse(readFileSync(join(root, '.oxfmtrc.json'), 'utf8')) as FormatOptions;
		expect((await format('panes.ts', text, options)).code).toBe(text);
		expect(text.trimEnd().split('\n').slice(5)).toHaveLength(letters === 37 ? 1 : 4);
	});

	test('is not there for a shelf without entries', () => {
		expect(indexOf(shelf, [])).toBeUndefined();
		expect(staleShelves(folder)).toEqual([]);
	});

	test('is stale when an entry comes or goes, and is written anew', () => {
		const stale = (): string[] => staleShelves(folder).map(other => other.index);
		write('src/ui/panes/why/index.ts');
		write('src/ui/panes/half-done/view.ts');
		write('src/ui/panes/README.ts');
		expect(entriesOf(shelf, folder)).toEqual(['why']);
		expect(stale()).toEqual(['src/ui/panes.ts']);
		writeIndexes(folder);
		expect(stale()).toEqual([]);
		expect(read('src/ui/panes.ts')).toBe(indexOf(shelf, ['why']));
		write('src/ui/panes/half-done/index.ts');
		expect(stale()).toEqual(['src/ui/panes.ts']);
		rmSync(join(folder, 'src/ui/panes'), {recursive: true});
		writeIndexes(folder);
		expect(stale()).toEqual([]);
		expect(() => read('src/ui/panes.ts')).toThrow('ENOENT');
	});
});

describe('a new entry', () => {
	test('is a copy of the smallest one under the new name, and in the index', () => {
		write('src/kinds/entries/pod/index.ts', `export default {id: 'pod', columns: ['many', 'of', 'them']};\n`);
		write('src/kinds/entries/node/index.ts', `export default {id: 'node', aliases: ['no']};\n`);
		write('src/kinds/entries/node/examples.ts', `export default [];\n`);
		expect(addEntry(folder, 'kind', 'storage-class')).toBe(
			'src/kinds/entries/storage-class is a copy of "node": now make it say what it is.',
		);
		expect(read('src/kinds/entries/storage-class/index.ts')).toBe(
			`export default {id: 'storage-class', aliases: ['no']};\n`,
		);
		expect(read('src/kinds/entries/storage-class/examples.ts')).toBe(`export default [];\n`);
		expect(read('src/kinds/index.ts')).toContain('[node, pod, storageClass]');
	});

	test.each([
		['nothing', 'x', `Usage: npm run new <${shelves.map(other => other.entry).join('|')}> <name-with-dashes>`],
		['kind', undefined, 'Usage: npm run new'],
		['kind', '../../../x', '"../../../x" cannot be a folder here'],
		['kind', 'Ingress', '"Ingress" cannot be a folder here'],
		['kind', 'pod', 'src/kinds/entries/pod is there already.'],
		['pane', 'why', 'src/ui/panes is empty'],
	])('npm run new %s %s is refused with a sentence', (entry, name, sentence) => {
		write('src/kinds/entries/pod/index.ts');
		expect(() => addEntry(folder, entry, name)).toThrow(sentence);
	});
});
