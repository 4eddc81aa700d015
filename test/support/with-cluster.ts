import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
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

/** Starts one; it takes about ten seconds. `environment` is added to that of its programs, which know no proxies of this machine. */
export function startCluster(kit: Kit, environment: Readonly<Record<string, string>> = {}): RealCluster {
	const folder = mkdtempSync(join(tmpdir(), 'dogwatch-cluster-'));
	execFileSync(kit.up, ['--dir', join(folder, 'kit'), '--nodes', '3'], {
		stdio: 'ignore',
		env: {...withoutProxies(process.env), ...environment},
	});
	const kubeconfig = join(folder, 'kit/kubeconfig');
	// Its own tells of a pool that is exhausted, whatever a test makes of its pods.
	writeFileSync(join(folder, 'kit/logs/api.log'), '');
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

/** The API server would ask them for pods, which are nowhere but here. */
function withoutProxies(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(?:https?|all|no)_proxy$/i.test(name)));
}
