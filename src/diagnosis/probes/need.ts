import type {ContainerSpec} from '../../model/pod-spec.ts';
import {isLive} from '../../services/revisions.ts';
import type {LastWords, LoggedTrouble} from '../../telemetry/last-words.ts';
import type {Cluster} from '../cluster.ts';
import {type Dependency, dependencyOf} from '../dependency.ts';
import {hostInEnvironment} from '../environment-host.ts';
import type {PodsSubject} from '../subject.ts';
import type {ProbeFailure} from './probe-failure.ts';

/** Something that the handler of a probe cannot do without, and does not get. */
export interface Need {
	readonly dependency: Dependency;
	/** What is wrong with it, after its name: `refuses connections`. */
	readonly says: string;
	/** As the log tells it; undefined when only the cluster shows it. */
	readonly trouble: LoggedTrouble | undefined;
}

/** What stands behind a Service is another subject: its changes are no changes of this one. */
const LOOK_AGAIN_MS = 5_000;

/**
 * What stands behind a failure of a probe: the trouble that the program writes of, else a Service of its environment behind which no
 * pod is ready. Undefined when nothing of the kind shows, or the failure is one of the probe itself.
 * @param at when the probe failed, milliseconds since 1970
 */
export function needOf(
	{fault, status = 0}: Pick<ProbeFailure, 'fault' | 'status'>,
	words: LastWords | undefined,
	spec: ContainerSpec,
	at: number,
	subject: PodsSubject,
	cluster: Cluster,
): Need | undefined {
	if (!ASKING.has(fault) || (fault === 'status' && status < 500)) return undefined;
	subject.lookAgainAt(cluster.now + LOOK_AGAIN_MS);
	const trouble = words?.trouble;
	if (trouble !== undefined && (fault === 'status' || !OF_STATEMENTS.has(trouble.category))) {
		const dependency = dependencyOf(trouble, at, spec, subject.object.namespace, cluster);
		return {dependency, says: SAYS[trouble.category], trouble};
	}
	// A handler may say no without a word; who does not answer at all would have written of it.
	const isQuiet = fault === 'status' || fault === 'unhealthy' || words === undefined;
	return isQuiet && fault !== 'refused' ? needInEnvironment(spec, at, subject, cluster) : undefined;
}

/** The handler was there and did not manage, or the program waits for something before it listens. */
const ASKING: ReadonlySet<ProbeFailure['fault']> = new Set<ProbeFailure['fault']>([
	...(['status', 'timeout', 'unhealthy', 'cut', 'refused', 'other'] as const),
]);

/** They break off one request, and keep nobody from answering others. */
const OF_STATEMENTS: ReadonlySet<string> = new Set(['deadlock', 'statement-timeout', 'lock-timeout', 'schema']);

const SAYS: Readonly<Record<LoggedTrouble['category'], string>> = {
	refused: 'refuses connections',
	dns: 'is not found, since nobody knows its name',
	timeout: 'does not answer',
	slots: 'has no free connections',
	pool: 'is not reached, since the connection pool is exhausted',
	tls: 'is not reached, since TLS fails',
	auth: 'refuses the login',
	lost: 'drops its connections',
	deadlock: 'breaks off deadlocks',
	'statement-timeout': 'breaks off statements that take too long',
	'lock-timeout': 'breaks off statements that wait for locks',
	starting: 'is starting',
	proxy: 'is not reached through its proxy',
	schema: 'lacks a table or a column',
};

/** Systems that environments name by the scheme of an address, or by the name of a variable. */
const SYSTEMS = ['PostgreSQL', 'MySQL', 'Redis', 'MongoDB', 'RabbitMQ'];

/** The first Service of the environment that is not there, or behind which no pod is ready. */
function needInEnvironment(spec: ContainerSpec, at: number, {object}: PodsSubject, cluster: Cluster): Need | undefined {
	for (const system of SYSTEMS) {
		const endpoint = hostInEnvironment(spec, system);
		if (endpoint === undefined) continue;
		const assumed: LoggedTrouble = {category: 'refused', system, ...endpoint, line: ''};
		const dependency = dependencyOf(assumed, at, spec, object.namespace, cluster);
		const {behind, isMissing} = dependency;
		if (isMissing) return {dependency, says: 'is not there', trouble: undefined};
		const isDown = behind.length > 0 && behind.every(({pods}) => !pods.some(pod => pod.ready && isLive(pod)));
		if (isDown) return {dependency, says: 'has no pod that is ready', trouble: undefined};
	}
	return undefined;
}

/** `PostgreSQL at postgres:5432 refuses connections`. */
export function needWords({dependency, says}: Need): string {
	return `${dependency.label} ${says}`;
}

/** What to do about it. */
export function needSteps({dependency, trouble}: Need): readonly string[] {
	const {behind, host} = dependency;
	const names = behind.map(({name}) => name).join(', ');
	if (behind.some(({workload}) => workload.wanted === 0)) return [`scale ${names} up again`];
	if (trouble?.category === 'pool' || trouble?.category === 'slots') return ['see who holds the connections'];
	return names === '' && host === '' ? [] : [`look at ${names || host}: does it run, and answer?`];
}
