import {globSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {readModule, type Module} from './read-module.ts';

/** What the laws look at. */
export interface Project {
	/** The visible names beside package.json. */
	readonly topLevel: readonly string[];
	/** Everything written by hand in TypeScript or JavaScript: path from the project's folder to text. */
	readonly files: ReadonlyMap<string, string>;
	/** Those below `src`. */
	readonly modules: readonly Module[];
}

/** A rule that the project keeps. */
export interface Law {
	/** As the list of tests shows it. */
	readonly title: string;
	/** One sentence for each time that it is broken, naming the file. */
	violations(project: Project): string[];
}

export function readProject(folder: string): Project {
	const paths = globSync(['{src,test,.build,bin}/**/*.{ts,tsx,cjs}'], {cwd: folder}).toSorted();
	const files = paths.map((path): [string, string] => [path, readFileSync(join(folder, path), 'utf8')]);
	return projectOf(Object.fromEntries(files), readdirSync(folder));
}

/** A project from texts: what `readProject` sees, and what tests plant. */
export function projectOf(files: Readonly<Record<string, string>>, names: readonly string[] = []): Project {
	const sources = Object.entries(files).filter(([path]) => path.startsWith('src/'));
	return {
		topLevel: names.filter(name => !name.startsWith('.')),
		files: new Map(Object.entries(files)),
		modules: sources.map(([path, text]) => readModule(path, text)),
	};
}
