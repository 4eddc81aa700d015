import {spawn} from 'node:child_process';
import {once} from 'node:events';
import type {Kit} from './kit.ts';
import type {RealCluster} from './with-cluster.ts';

/** Asks a pod for /metrics through `kubectl port-forward`. Rejects when it does not come up, or the pod does not answer. */
export async function askThroughTunnel(
	kit: Kit,
	{kubeconfig}: RealCluster,
	{namespace, pod, port}: {readonly namespace: string; readonly pod: string; readonly port: number},
): Promise<string> {
	const args = ['--kubeconfig', kubeconfig, '-n', namespace, 'port-forward', '--address=127.0.0.1', pod, `:${port}`];
	const child = spawn(kit.kubectl, args, {stdio: ['ignore', 'pipe', 'pipe']});
	const closed = once(child, 'close');
	try {
		const said = await Promise.race([
			once(child.stdout.setEncoding('utf8'), 'data'),
			once(child.stderr.setEncoding('utf8'), 'data'),
		]);
		const localPort = /127\.0\.0\.1:(\d+) ->/.exec(String(said[0]))?.[1];
		if (localPort === undefined) throw new Error(`kubectl port-forward: ${String(said[0])}`);
		return await (await fetch(`http://127.0.0.1:${localPort}/metrics`, {signal: AbortSignal.timeout(5000)})).text();
	} finally {
		child.kill();
		await closed;
	}
}
