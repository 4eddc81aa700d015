import type {Clock, Random} from '../lib/clock.ts';
import {loadAccess} from '../kube/access/load-access.ts';
import {contextNames, mergedConfig} from '../kube/access/merged-config.ts';
import type {ClusterAccess} from '../kube/ports.ts';
import {createTransport} from '../kube/transport/create-transport.ts';
import {createFiles} from '../platform/files.ts';
import {createProcesses, type Environment} from '../platform/processes.ts';
import {openSql, type OpenSql} from '../platform/sql.ts';
import type {Rule} from '../diagnosis/contract.ts';
import {createDatabaseProbe} from './metrics/database-probe.ts';
import {createSession, type Session} from './session.ts';
import type {Settings} from './settings.ts';

/** The clusters that this run can watch: those of a kubeconfig, or a simulated one. */
export interface Clusters {
	/** Names of the contexts, as the kubeconfig has them. */
	readonly contexts: readonly string[];
	/**
	 * Starts watching the cluster of a context (undefined: the current one). An undefined namespace is that of the
	 * context, or all when it names none; an empty one is all. Throws ExpectedFailure; the server itself may be down.
	 */
	connect(context: string | undefined, namespace: string | undefined): Promise<Session>;
}

/** What every session needs from the machine. */
export interface Machine {
	readonly clock: Clock;
	readonly random: Random;
	/** Of this program: the server's logs show it. */
	readonly version: string;
	/** What causes are looked for by; without it, everything that we know. */
	readonly rules?: readonly Rule[];
	readonly settings?: Settings;
	/** How the database of the settings is reached; without it, over the network. */
	readonly openSql?: OpenSql;
}

/** Those of the kubeconfig, as kubectl finds it; nothing is sent before `connect`. Throws ExpectedFailure. */
export async function openKubeconfig(
	machine: Machine & {
		readonly environment: Environment;
		readonly home: string;
		readonly kubeconfig: string | undefined;
	},
): Promise<Clusters> {
	const {clock, environment, home} = machine;
	const outside = {environment, home, clock, files: createFiles(), processes: createProcesses()};
	const config = await mergedConfig(outside, machine.kubeconfig);
	return {
		contexts: contextNames(config),
		async connect(context, namespace) {
			const wanted = {...(context !== undefined && {context}), ...(namespace !== undefined && {namespace})};
			return start(machine, await loadAccess(outside, config, wanted));
		},
	};
}

/** One cluster at an address that asks for no login. */
export function openAddress(machine: Machine, url: string, contextName: string, ownNamespace: string): Clusters {
	return {
		contexts: [contextName],
		connect: (_context, namespace) =>
			Promise.resolve(start(machine, {...openAccess(url, contextName), namespace: namespace ?? ownNamespace})),
	};
}

function start(machine: Machine, access: ClusterAccess): Session {
	const {clock, random, version, rules, settings = {}} = machine;
	const transport = createTransport(access, {clock, userAgent: `dogwatch/${version}`});
	const {contextName, namespace} = access;
	const loadRules = async (): Promise<readonly Rule[]> => rules ?? (await import('../diagnosis/rules.ts')).rules;
	const {databaseUrl} = settings;
	const probe = databaseUrl && createDatabaseProbe(databaseUrl, machine.openSql ?? openSql);
	return createSession({transport, contextName, namespace, clock, random, loadRules, settings, probe});
}

function openAccess(url: string, contextName: string): Omit<ClusterAccess, 'namespace'> {
	return {
		contextName,
		clusterName: contextName,
		userName: '',
		server: new URL(url),
		tls: {ca: undefined, insecureSkipVerify: false, serverName: undefined},
		proxy: undefined,
		impersonation: {},
		credentials: {read: () => Promise.resolve({}), forget: () => undefined},
	};
}
