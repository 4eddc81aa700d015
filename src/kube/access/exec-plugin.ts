import {Cancelled, ExpectedFailure} from '../../lib/failure.ts';
import type {Environment, ProgramEnd, ProgramRun} from '../../platform/processes.ts';
import type {Credentials} from '../ports.ts';
import {credentialFault} from './credential-fault.ts';
import {execCredentialOf} from './exec-credential.ts';
import {createKept} from './kept.ts';
import type {ExecEntry} from './kubeconfig.ts';
import type {Outside} from './outside.ts';
import {besideFile} from './paths.ts';

/** Who is logged in a browser meanwhile will be found by the next try; a program that hangs must not hang us. */
const RUN_MS_MAX = 30_000;

/** A token and a certificate chain have a few KB. */
const OUTPUT_BYTES_MAX = 1024 * 1024;

/** Renewed so long before it ends, that no request travels with a credential that ends on the way. */
const RENEW_EARLY_MS = 60_000;

/** A program that hands out what ends within the minute is not asked for every single request. */
const KEPT_MS_MIN = 5_000;

/** client-go knows v1alpha1 no longer either. */
const VERSIONS = ['client.authentication.k8s.io/v1', 'client.authentication.k8s.io/v1beta1'];

export interface ExecPlugin {
	readonly userName: string;
	readonly exec: ExecEntry;
	/** The kubeconfig it stands in. */
	readonly file: string;
	/** `spec.cluster` for plugins that want to know the cluster. */
	readonly cluster: Readonly<Record<string, unknown>>;
}

/**
 * A program that logs us in.
 * Source: https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins
 * Throws ExpectedFailure when it is described badly or not installed.
 */
export async function execPluginCredentials(plugin: ExecPlugin, outside: Outside): Promise<Credentials> {
	const {exec, file, userName} = plugin;
	const command = commandOf(plugin);
	const apiVersion = exec.apiVersion ?? '';
	if (!VERSIONS.includes(apiVersion)) {
		throw new ExpectedFailure(
			`The login program ${command} of the user ${userName} in ${file} speaks ${apiVersion || 'no version'}, which is not supported: use ${VERSIONS[0]}.`,
		);
	}
	if (exec.interactiveMode === 'Always') {
		throw new ExpectedFailure(
			`The login program ${command} of the user ${userName} in ${file} wants to ask questions (interactiveMode: Always), which it cannot do here: set interactiveMode to IfAvailable, and log in beforehand.`,
		);
	}
	const path = await outside.processes.find(command, outside.environment);
	if (path === undefined) {
		throw new ExpectedFailure(
			`The login program ${command} of the user ${userName} in ${file} is not installed${exec.installHint === undefined ? ': install it, or add it to PATH.' : `: ${exec.installHint.trim()}`}`,
		);
	}
	const environment = environmentOf(plugin, apiVersion, outside.environment);
	const stopped = new AbortController();
	const credential = createKept(outside.clock, async () => {
		const order = {command: path, args: exec.args ?? [], environment};
		const end = await runBounded(command, order, outside, stopped.signal);
		const read = execCredentialOf(end.stdout, apiVersion);
		if ('problem' in read)
			throw credentialFault(`The login program ${command} ${read.problem}${lastLine(end.stderr)}.`);
		const {expiresAt, ...value} = read;
		const now = outside.clock.now();
		const until = expiresAt === undefined ? Infinity : Math.max(expiresAt - RENEW_EARLY_MS, now + KEPT_MS_MIN);
		return {value, until};
	});
	return {
		read: () => credential.read(),
		forget: () => credential.forget(),
		// Else a login that hangs would hold up our own end, and live on after it.
		stop: () => stopped.abort(new Cancelled('The login was called off.')),
	};
}

/** A name is looked up on PATH; a relative path starts from the kubeconfig. */
function commandOf({exec: {command}, file, userName}: ExecPlugin): string {
	if (command === undefined)
		throw new ExpectedFailure(`The user ${userName} in ${file} has an exec section without a command.`);
	return command.includes('/') ? besideFile(file, command) : command;
}

function environmentOf({exec, cluster}: ExecPlugin, apiVersion: string, environment: Environment): Environment {
	const spec = {...(exec.provideClusterInfo && {cluster}), interactive: false};
	return {
		...environment,
		...Object.fromEntries(
			(exec.env ?? []).flatMap(({name, value}) => (name === undefined ? [] : [[name, value ?? '']])),
		),
		KUBERNETES_EXEC_INFO: JSON.stringify({kind: 'ExecCredential', apiVersion, spec}),
	};
}

async function runBounded(
	name: string,
	order: Pick<ProgramRun, 'command' | 'args' | 'environment'>,
	{processes, clock}: Outside,
	stopped: AbortSignal,
): Promise<ProgramEnd> {
	const tooLong = new AbortController();
	const cancel = clock.after(RUN_MS_MAX, () => tooLong.abort());
	try {
		const signal = AbortSignal.any([tooLong.signal, stopped]);
		const end = await processes.run({...order, outputBytesMax: OUTPUT_BYTES_MAX, signal});
		if (end.exitCode === 0) return end;
		const how = end.exitCode === undefined ? 'was killed' : `failed with exit code ${end.exitCode}`;
		throw credentialFault(`The login program ${name} ${how}${lastLine(end.stderr)}.`);
	} catch (error) {
		if (!tooLong.signal.aborted) throw startFault(name, error);
		throw credentialFault(
			`The login program ${name} did not end within ${RUN_MS_MAX / 1000} s: log in with it by hand first.`,
		);
	} finally {
		cancel();
	}
}

function startFault(name: string, error: unknown): unknown {
	if (!(error instanceof Error) || !('code' in error)) return error;
	return credentialFault(`The login program ${name} cannot be started (${error.message}).`, error);
}

/** What a program says last is mostly the reason. */
function lastLine(stderr: string): string {
	const line = stderr.trim().split('\n').at(-1)?.trim() ?? '';
	return line === '' ? '' : `: ${line.slice(0, 300).replace(/\.$/, '')}`;
}
