import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {
	accessSync,
	constants,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
} from 'node:fs';
import {homedir} from 'node:os';
import {basename, join, resolve} from 'node:path';

/** Programs that run a real API server on this machine. */
export interface Kit {
	readonly kubectl: string;
	/** `up --dir DIR [--nodes N]` prints the path of a kubeconfig last. */
	readonly up: string;
	/** `down DIR` ends it. */
	readonly down: string;
}

/** The kit in the folder DOGWATCH_KIT, or beside the repository; `skipped` says why there is none. */
export function findKit(): Kit | {readonly skipped: string} {
	const folder = process.env['DOGWATCH_KIT'] ?? resolve(import.meta.dirname, '../../../shared/cluster');
	const [up, down] = [join(folder, 'up'), join(folder, 'down')];
	if (!existsSync(up)) {
		return {skipped: 'no real API server: set DOGWATCH_KIT to the folder of the cluster kit to run this'};
	}
	try {
		return {kubectl: findKubectl(folder), up, down};
	} catch (error) {
		return {
			skipped: `the cluster kit cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`,
		};
	}
}

/** By the rules of `up`: KUBEBUILDER_ASSETS, else its cache, which is filled when it is empty. */
function findKubectl(kit: string): string {
	const assets = process.env['KUBEBUILDER_ASSETS'];
	if (assets !== undefined && isExecutable(join(assets, 'kubectl'))) return join(assets, 'kubectl');
	const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'dogwatch-cluster-kit');
	const key = createHash('sha256')
		.update(readFileSync(join(kit, 'bin/SHA256SUMS')))
		.digest('hex')
		.slice(0, 16);
	const folder = join(cache, key);
	if (!isExecutable(join(folder, 'kubectl'))) unpack(join(kit, 'bin'), cache, folder);
	return join(folder, 'kubectl');
}

/** All of them, in a folder of their own that is then renamed: `up` never sees a half-filled one. */
function unpack(packed: string, cache: string, into: string): void {
	mkdirSync(cache, {recursive: true});
	const folder = mkdtempSync(join(cache, '.unpack.'));
	try {
		for (const file of readdirSync(packed).filter(name => name.endsWith('.xz'))) {
			const program = join(folder, basename(file, '.xz'));
			execFileSync('sh', ['-c', 'xz -dc "$0" >"$1" && chmod 755 "$1"', join(packed, file), program]);
		}
		execFileSync('sha256sum', ['--quiet', '-c', join(packed, 'SHA256SUMS')], {cwd: folder});
		if (!existsSync(into)) renameSync(folder, into);
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
