import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import type {Kit} from './kit.ts';

/** A real API server with controllers and simulated nodes, on this machine. */
export interface RealCluster {
	readonly kubeconfig: string;
	/** Of a user with the ClusterRole `view` and nothing else. */
	readonly viewerKubeconfig: string;
	/** A manifest of the kit's samples. */
	sample(name: string): string;
	/** Runs kubectl to its end and gives what it printed. */
	kubectl(...args: readonly string[]): string;
	stop(): void;
}

/**
 * Starts one; it takes about ten seconds.
 * @param environment what its programs have besides ours
 */
export function startCluster(kit: Kit, environment: Readonly<Record<string, string>> = {}): RealCluster {
	const folder = mkdtempSync(join(tmpdir(), 'dogwatch-cluster-'));
	const env = {...process.env, ...environment};
	execFileSync(kit.up, ['--dir', join(folder, 'kit'), '--nodes', '3'], {stdio: 'ignore', env});
	const kubeconfig = join(folder, 'kit/kubeconfig');
	return {
		kubeconfig,
		viewerKubeconfig: join(folder, 'kit/viewer.kubeconfig'),
		sample: name => join(dirname(kit.up), 'sample', name),
		kubectl: (...args) => execFileSync(kit.kubectl, ['--kubeconfig', kubeconfig, ...args], {encoding: 'utf8'}),
		stop() {
			execFileSync(kit.down, [join(folder, 'kit')], {stdio: 'ignore'});
			rmSync(folder, {recursive: true, force: true});
		},
	};
}
