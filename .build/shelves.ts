/**
 * A shelf is a folder in which every sub-folder is one entry of one contract. The list of its entries is generated:
 * `node .build/shelves.ts` writes it, `--check` only says whether it is what it should be.
 */
import {existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {root} from './root.ts';

export interface Shelf {
	/** What one entry is called; `npm run new` takes it. */
	readonly entry: string;
	/** The folder that holds the folders of the entries. */
	readonly folder: string;
	/** The generated list, and the name that it exports. */
	readonly index: string;
	readonly exports: string;
	/** What every entry is by default: a type of `contract.ts` beside the index. */
	readonly type: string;
	/** Nothing runs the examples of its entries, so they have none. */
	readonly withoutExamples?: true;
}

export const shelves: readonly Shelf[] = [
	{entry: 'kind', folder: 'src/kinds/entries', index: 'src/kinds/index.ts', exports: 'kinds', type: 'Kind'},
	{
		entry: 'rule',
		folder: 'src/diagnosis/rules',
		index: 'src/diagnosis/rules.ts',
		exports: 'rules',
		type: 'Rule',
	},
	{
		entry: 'description',
		folder: 'src/describe/entries',
		index: 'src/describe/descriptions.ts',
		exports: 'descriptions',
		type: 'Description',
	},
	{
		entry: 'log-format',
		folder: 'src/telemetry/log-formats',
		index: 'src/telemetry/log-formats.ts',
		exports: 'logFormats',
		type: 'LogFormat',
	},
	{
		entry: 'pool-metric',
		folder: 'src/telemetry/pool-metrics',
		index: 'src/telemetry/pool-metrics.ts',
		exports: 'poolMetrics',
		type: 'PoolMetric',
	},
	{
		entry: 'scenario',
		folder: 'src/sim/scenarios',
		index: 'src/sim/scenarios.ts',
		exports: 'scenarios',
		type: 'Scenario',
	},
	{
		entry: 'pane',
		folder: 'src/ui/panes',
		index: 'src/ui/panes.ts',
		exports: 'panes',
		type: 'Pane',
		withoutExamples: true,
	},
	{
		entry: 'mode',
		folder: 'src/modes',
		index: 'src/modes/index.ts',
		exports: 'modes',
		type: 'Mode',
		withoutExamples: true,
	},
];

/** The formatter's `printWidth`. */
const LINE_WIDTH = 120;

/** The names of a shelf's entries, sorted: its folders that have an `index.ts`. A shelf that is not there has none. */
export function entriesOf(shelf: Shelf, projectFolder: string): string[] {
	const folder = join(projectFolder, shelf.folder);
	if (!existsSync(folder)) return [];
	const folders = readdirSync(folder, {withFileTypes: true}).filter(item => item.isDirectory());
	return folders
		.map(({name}) => name)
		.filter(name => existsSync(join(folder, name, 'index.ts')))
		.toSorted();
}

/** Writes the index of every shelf; an empty shelf has none. */
export function writeIndexes(projectFolder: string): void {
	for (const shelf of staleShelves(projectFolder)) {
		const text = indexOf(shelf, entriesOf(shelf, projectFolder));
		const path = join(projectFolder, shelf.index);
		if (text === undefined) rmSync(path);
		else writeFileSync(path, text);
	}
}

/** The shelves whose index is not the one that would be written. */
export function staleShelves(projectFolder: string): Shelf[] {
	return shelves.filter(shelf => {
		const path = join(projectFolder, shelf.index);
		const written = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
		return written !== indexOf(shelf, entriesOf(shelf, projectFolder));
	});
}

/** The text of an index, laid out as the formatter would; undefined for an empty shelf. */
export function indexOf(shelf: Shelf, entries: readonly string[]): string | undefined {
	if (entries.length === 0) return undefined;
	const below = shelf.folder.slice(dirname(shelf.index).length);
	const statement = `export const ${shelf.exports}: readonly ${shelf.type}[] = `;
	return [
		`// Generated from the folders of ${shelf.folder} by \`npm run accept\`: do not edit.`,
		`import type {${shelf.type}} from './contract.ts';`,
		...entries.map(entry => `import ${identifierOf(entry)} from '.${below}/${entry}/index.ts';`),
		'',
		`${statement}${arrayOf(entries.map(identifierOf), LINE_WIDTH - statement.length - 1)};`,
		'',
	].join('\n');
}

/** `slow-requests` → `slowRequests`. */
function identifierOf(entry: string): string {
	return entry.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** On one line if it fits. */
function arrayOf(items: readonly string[], width: number): string {
	const line = `[${items.join(', ')}]`;
	return line.length > width ? `[\n${items.map(item => `\t${item},\n`).join('')}]` : line;
}

if (import.meta.main) {
	const stale = staleShelves(root).map(shelf => shelf.index);
	if (!process.argv.includes('--check')) writeIndexes(root);
	else if (stale.length > 0) {
		process.stderr.write(`Not what the folders say: ${stale.join(', ')}. Run "npm run accept".\n`);
		process.exitCode = 1;
	}
}
