/**
 * Builds the program: `src/cli/main.ts` and all it needs becomes `dist/cli.mjs` and chunks that are loaded when they are
 * needed, so that `--version` and the first frame do not parse what only a later screen uses.
 */
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {rolldown, type OutputChunk, type Plugin} from 'rolldown';
import {licencesOf} from './licences.ts';
import {root} from './root.ts';

interface Job {
	/** The project: its package.json names the program. */
	readonly root: string;
	readonly entry: string;
	readonly outFolder: string;
}

/** Throws when a source cannot be read or a package's licence is unknown; what was built before stays as it was. */
export async function bundle(job: Job): Promise<void> {
	const startedAt = new Date();
	const chunks = await link(job);
	const licences = licencesOf(chunks.flatMap(chunk => chunk.moduleIds));
	mkdirSync(job.outFolder, {recursive: true});
	const written = new Set(['THIRD_PARTY_LICENSES', 'cli.mjs']);
	writeFileSync(join(job.outFolder, 'THIRD_PARTY_LICENSES'), licences);
	for (const chunk of chunks.filter(other => !other.isEntry)) {
		writeFileSync(join(job.outFolder, chunk.fileName), chunk.code);
		written.add(chunk.fileName);
	}
	for (const chunk of chunks.filter(other => other.isEntry)) publish(job.outFolder, chunk.code, startedAt);
	for (const name of readdirSync(job.outFolder)) if (!written.has(name)) rmSync(join(job.outFolder, name));
}

async function link({root: folder, entry}: Job): Promise<OutputChunk[]> {
	const {version} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {version: string};
	const build = await rolldown({
		input: {cli: entry},
		cwd: folder,
		platform: 'node',
		plugins: [withoutDevtools, withoutFetch, withPlainHttp],
		transform: {
			target: 'node22.19',
			define: {
				'process.env.NODE_ENV': '"production"',
				DOGWATCH_VERSION: JSON.stringify(version),
			},
		},
		onLog(level, log, report) {
			// A warning is an import that will fail in front of the user.
			if (level === 'warn') throw new Error(log.message);
			report(level, log);
		},
	});
	try {
		const {output} = await build.generate({
			format: 'esm',
			minify: true,
			entryFileNames: '[name].mjs',
			chunkFileNames: '[name]-[hash].mjs',
		});
		return output.filter(file => file.type === 'chunk');
	} finally {
		await build.close();
	}
}

/**
 * With DEV=true in the environment Ink looks for React's developer tools, a package that a user does not have. A plain
 * definition of DEV would not reach it, since Ink imports `process`. Should Ink spell it differently one day, then the
 * missing package is a warning, and so the end of the build.
 */
const withoutDevtools: Plugin = {
	name: 'without-devtools',
	transform: (code, id) =>
		id.includes('/node_modules/ink/') ? code.replaceAll(`process.env['DEV']`, `'false'`) : null,
};

/**
 * Yoga, Ink's layout engine, reads its own bytes by fetching a data URL, and the first fetch of a process loads Node's
 * whole HTTP client of that name: 65 ms of CPU for nothing. Without fetch it decodes them itself.
 */
const withoutFetch: Plugin = {
	name: 'without-fetch',
	transform(code, id) {
		if (!id.includes('/yoga-layout/dist/binaries/')) return null;
		const changed = code.replaceAll('"function"!=typeof fetch', 'true');
		if (changed === code) throw new Error('yoga-layout has changed how it loads: see .build/bundle.ts');
		return changed;
	},
};

/**
 * An import of `node:http` reads every one of its exports, and one of them (WebSocket) loads that same client. Our own
 * modules take the module as a value instead, by `import http from 'node:http'`, which the bundle makes lazy.
 */
const withPlainHttp: Plugin = {
	name: 'with-plain-http',
	resolveId: (source, importer) =>
		/^node:https?$/.test(source) && importer?.includes('/src/') === true ? `\0plain-${source}` : null,
	load: id =>
		id.startsWith('\0plain-node:')
			? `export default process.getBuiltinModule('${id.slice('\0plain-'.length)}');`
			: null,
};

/**
 * The entry appears last and as one: an interrupted build leaves the old program. It is dated to when the build began,
 * so that a source saved in the meantime counts as newer.
 */
function publish(folder: string, code: string, startedAt: Date): void {
	const draft = join(folder, `cli.${process.pid}.mjs`);
	writeFileSync(draft, code);
	utimesSync(draft, startedAt, startedAt);
	renameSync(draft, join(folder, 'cli.mjs'));
}

if (import.meta.main) await bundle({root, entry: join(root, 'src/cli/main.ts'), outFolder: join(root, 'dist')});
