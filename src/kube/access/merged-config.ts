import {delimiter, join} from 'node:path';
import {ExpectedFailure} from '../../lib/failure.ts';
import {inClusterConfig} from './in-cluster.ts';
import type {ClusterEntry, ContextEntry, Kubeconfig, KubeconfigFile, Placed, UserEntry} from './kubeconfig.ts';
import {CONFIG_BYTES_MAX, isMissing, type Outside, whyUnreadable} from './outside.ts';
import {parseKubeconfig} from './parse.ts';

/**
 * The kubeconfig as kubectl sees it: the file of `--kubeconfig` alone, else those that KUBECONFIG lists, else `~/.kube/config`,
 * else the service account of the pod we run in. Of several files the first current context and the first entry of each name win.
 * Source: https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/
 * Throws ExpectedFailure.
 */
export async function mergedConfig(outside: Outside, kubeconfigFlag?: string): Promise<Kubeconfig> {
	if (kubeconfigFlag !== undefined) {
		const file = await readFile(outside, kubeconfigFlag);
		if (file === undefined) throw new ExpectedFailure(`${kubeconfigFlag} does not exist: check --kubeconfig.`);
		return contentful(merge([[kubeconfigFlag, file]]));
	}
	const paths = listedFiles(outside);
	const read = await Promise.all(paths.map(async path => [path, await readFile(outside, path)] as const));
	const merged = merge(read.flatMap(([path, file]) => (file === undefined ? [] : [[path, file] as const])));
	if (merged.contexts.size + merged.clusters.size > 0) return merged;
	const inside = await inClusterConfig(outside);
	if (inside !== undefined) return inside;
	if (merged.files.length > 0) return contentful(merged);
	const looked = outside.environment['KUBECONFIG']
		? `none of the files in KUBECONFIG exists`
		: `${paths[0]} does not exist`;
	throw new ExpectedFailure(
		`No kubeconfig: ${looked}. Name one with --kubeconfig, or let your cluster's tool write it; --demo needs none.`,
	);
}

/** What a user can switch to, sorted by name. */
export function contextNames(config: Kubeconfig): readonly string[] {
	return [...config.contexts.keys()].filter(name => name !== '').toSorted();
}

function listedFiles({environment, home}: Outside): readonly string[] {
	const listed = environment['KUBECONFIG'];
	if (!listed) return [join(home, '.kube', 'config')];
	return [...new Set(listed.split(delimiter))].filter(path => path !== '');
}

/** Undefined when there is no such file. */
async function readFile({files}: Outside, path: string): Promise<KubeconfigFile | undefined> {
	let bytes: Buffer;
	try {
		bytes = await files.read(path, CONFIG_BYTES_MAX);
	} catch (error) {
		if (isMissing(error)) return undefined;
		throw new ExpectedFailure(`The kubeconfig ${path} ${whyUnreadable(error)}.`, undefined, {cause: error});
	}
	const parsed = await parseKubeconfig(bytes.toString());
	if ('problem' in parsed) throw new ExpectedFailure(`The kubeconfig ${path} ${parsed.problem}.`);
	return parsed.value;
}

function merge(files: readonly (readonly [path: string, file: KubeconfigFile])[]): Kubeconfig {
	const clusters = new Map<string, Placed<ClusterEntry>>();
	const users = new Map<string, Placed<UserEntry>>();
	const contexts = new Map<string, Placed<ContextEntry>>();
	for (const [path, file] of files) {
		for (const {name = '', cluster = {}} of file.clusters ?? [])
			addFirst(clusters, name, {file: path, entry: cluster});
		for (const {name = '', user = {}} of file.users ?? []) addFirst(users, name, {file: path, entry: user});
		for (const {name = '', context = {}} of file.contexts ?? [])
			addFirst(contexts, name, {file: path, entry: context});
	}
	const currentContext = files.map(([, file]) => file['current-context']).find(name => name !== undefined);
	return {currentContext, clusters, users, contexts, files: files.map(([path]) => path)};
}

function addFirst<Entry>(into: Map<string, Placed<Entry>>, name: string, placed: Placed<Entry>): void {
	if (!into.has(name)) into.set(name, placed);
}

function contentful(config: Kubeconfig): Kubeconfig {
	if (config.contexts.size + config.clusters.size > 0) return config;
	const [file, ...others] = config.files;
	throw new ExpectedFailure(
		others.length === 0
			? `The kubeconfig ${file} is empty: it names no cluster and no context.`
			: `The kubeconfigs ${config.files.join(', ')} are empty: they name no cluster and no context.`,
	);
}
