import {execFile} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import type {Kit} from './kit.ts';
import type {PodNetwork} from './pod-network.ts';
import {type RealService, startService} from './real-service.ts';
import type {RealCluster} from './with-cluster.ts';

/** A process of this machine that plays a pod of the kit: its log, its metrics and its port are the process's. */
export interface RealPod {
	readonly name: string;
	readonly service: RealService;
}

export interface RealPods {
	/** Sees to it that each running pod has a process, and no other. Resolves when all of them answer. */
	sync(): Promise<readonly RealPod[]>;
	stop(): Promise<void>;
}

export interface RealPodsOptions {
	readonly kit: Kit;
	readonly cluster: RealCluster;
	readonly network: PodNetwork;
	readonly namespace: string;
	/** Of the pods: `app=api`. */
	readonly selector: string;
	/** The port that the pods show. */
	readonly port: number;
	readonly python: string;
	readonly environment: Readonly<Record<string, string>>;
}

/** Plays the kubelet for the pods of a selector. The cluster must run with the network's environment. */
export function createRealPods(options: RealPodsOptions): RealPods {
	const {kit, cluster, network, namespace, selector, python, environment} = options;
	const running = new Map<string, RealService>();
	const kubectl = async (...args: readonly string[]): Promise<string> => {
		const {stdout} = await promisify(execFile)(kit.kubectl, ['--kubeconfig', cluster.kubeconfig, ...args]);
		return stdout;
	};
	const folder = dirname(cluster.kubeconfig);
	const apply = async (file: string, items: readonly object[]): Promise<void> => {
		const path = join(folder, file);
		writeFileSync(path, JSON.stringify({apiVersion: 'v1', kind: 'List', items}));
		await kubectl('apply', '-f', path);
	};
	let isPrepared = false;
	const prepare = async (): Promise<void> => {
		if (isPrepared) return;
		isPrepared = true;
		await apply('crds.json', [definition('Logs', 'logs'), definition('PortForward', 'portforwards')]);
		await kubectl('wait', '--for=condition=Established', 'crd', '--all', '--timeout=30s');
	};
	const start = async (name: string): Promise<void> => {
		const logFile = join(folder, 'logs', `${name}.log`);
		const service = await startService({
			python,
			logFile,
			app: 'database',
			environment: {...environment, POD_NAME: name},
		});
		running.set(name, service);
		network.set(namespace, name, service.url);
		await apply(`${name}.json`, playedBy(name, logFile, Number(new URL(service.url).port), options));
	};
	const end = async (name: string): Promise<void> => {
		network.set(namespace, name, undefined);
		await running.get(name)?.stop();
		running.delete(name);
	};
	return {
		async sync() {
			await prepare();
			const path = ['-n', namespace, 'get', 'pods', '-l', selector, '--field-selector=status.phase=Running'];
			const names = (await kubectl(...path, '-o', NAMES)).split(' ').filter(name => name !== '');
			await Promise.all([...running.keys()].filter(name => !names.includes(name)).map(end));
			await Promise.all(names.filter(name => !running.has(name)).map(start));
			return [...running].map(([name, service]) => ({name, service}));
		},
		async stop() {
			await Promise.all([...running.keys()].map(end));
		},
	};
}

/** Those that do not end. */
const NAMES = 'go-template={{range .items}}{{if not .metadata.deletionTimestamp}}{{.metadata.name}} {{end}}{{end}}';

/** What kwok reads of a pod: where its log is, and where its port leads. */
function playedBy(
	name: string,
	logsFile: string,
	localPort: number,
	{namespace, port}: RealPodsOptions,
): readonly object[] {
	const metadata = {name, namespace};
	const target = {port: localPort, address: '127.0.0.1'};
	return [
		{...KWOK, kind: 'Logs', metadata, spec: {logs: [{logsFile, follow: true}]}},
		{...KWOK, kind: 'PortForward', metadata, spec: {forwards: [{ports: [port], target}]}},
	];
}

const KWOK = {apiVersion: 'kwok.x-k8s.io/v1alpha1'};

function definition(kind: string, plural: string): object {
	const schema = {openAPIV3Schema: {type: 'object', 'x-kubernetes-preserve-unknown-fields': true}};
	const version = {name: 'v1alpha1', served: true, storage: true, subresources: {status: {}}, schema};
	return {
		apiVersion: 'apiextensions.k8s.io/v1',
		kind: 'CustomResourceDefinition',
		metadata: {name: `${plural}.kwok.x-k8s.io`},
		spec: {
			group: 'kwok.x-k8s.io',
			scope: 'Namespaced',
			names: {kind, listKind: `${kind}List`, plural, singular: kind.toLowerCase()},
			versions: [version],
		},
	};
}
