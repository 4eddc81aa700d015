import type {Outside} from '../../../src/kube/access/outside.ts';
import {mergedConfig} from '../../../src/kube/access/merged-config.ts';
import type {Kubeconfig} from '../../../src/kube/access/kubeconfig.ts';
import {createProcesses} from '../../../src/platform/processes.ts';
import {createVirtualClock} from '../../support/virtual-clock.ts';

export interface TestOutside extends Outside {
	/** What the files hold; a text beginning with `!` is the code of the error that reading gives. */
	readonly contents: Map<string, string>;
	/** How often each was read. */
	readonly reads: Map<string, number>;
	advance(durationMs: number): Promise<void>;
}

/** A machine whose files are in memory and whose clock stands still. */
export function outsideWith(files: Readonly<Record<string, string>>, more: Partial<Outside> = {}): TestOutside {
	const contents = new Map(Object.entries(files));
	const reads = new Map<string, number>();
	const {clock, advance} = createVirtualClock();
	return {
		environment: {},
		home: '/home/me',
		processes: createProcesses(),
		clock,
		advance,
		contents,
		reads,
		files: {
			read(path) {
				reads.set(path, (reads.get(path) ?? 0) + 1);
				const text = contents.get(path) ?? '!ENOENT';
				const code = text.startsWith('!') ? text.slice(1) : undefined;
				if (code !== undefined) return Promise.reject(Object.assign(new Error(`${code}: ${path}`), {code}));
				return Promise.resolve(Buffer.from(text));
			},
		},
		...more,
	};
}

/** The kubeconfig `/home/me/.kube/config` with this text, among other files. */
export async function configured(
	text: string,
	files: Readonly<Record<string, string>> = {},
	more: Partial<Outside> = {},
): Promise<{outside: TestOutside; config: Kubeconfig}> {
	const outside = outsideWith({'/home/me/.kube/config': text, ...files}, more);
	return {outside, config: await mergedConfig(outside)};
}

/** A kubeconfig with one context, cluster and user; the pieces are YAML in flow style. */
export function oneContext(user: string, cluster = '{server: "https://kube.test"}', context = ''): string {
	return [
		'current-context: main',
		`contexts: [{name: main, context: {cluster: c, user: u${context}}}]`,
		`clusters: [{name: c, cluster: ${cluster}}]`,
		`users: [{name: u, user: ${user}}]`,
	].join('\n');
}
