import {nearest} from '../../lib/nearest.ts';
import type {ConfigMapRow, SecretRow} from '../../model/config.ts';
import type {Verdict} from '../../model/finding.ts';
import type {Cluster} from '../cluster.ts';
import {afterGrace} from '../grace.ts';
import {listed} from '../phrases.ts';
import type {PodsSubject} from '../subject.ts';
import {type ConfigFault, WORDS} from './config-fault.ts';
import {usersOf} from './config-users.ts';

/** How bad it is that a ConfigMap, a Secret or a key is missing, and what is known about it. */
export interface ConfigStanding {
	readonly verdict: Verdict;
	/** Clauses: who reads it, what is there instead. */
	readonly because: string;
	readonly next: string;
}

/** What was applied together comes within seconds, and operators that fetch secrets need some, too. */
const APPLYING_MS = 10_000;

/** The kubelet caches for a minute, and tries again every other. */
const NOTICING_MS = 3 * 60_000;

/** @param since when the kubelet missed it first */
export function configStanding(
	fault: ConfigFault,
	subject: PodsSubject,
	since: number,
	cluster: Cluster,
): ConfigStanding {
	const namespace = subject.object.namespace;
	const what = `${WORDS[fault.kind]} ${fault.name}`;
	const row = cluster.named(fault.kind, namespace, fault.name);
	const readers = readersOf(fault, subject);
	if (row !== undefined && hasIt(row, fault)) {
		const madeAt = cluster.changedAt(row) ?? (row.createdAt > since ? row.createdAt : undefined);
		const verdict =
			madeAt === undefined ? 'progressing' : afterGrace(subject, cluster, madeAt, NOTICING_MS, 'struggling');
		const because = [...readers, 'it is there by now, and the kubelet looks again every minute or two'].join('; ');
		return {verdict, because, next: 'wait for the next try, or delete the pods to try at once'};
	}
	const graceMs = fault.key === '' ? APPLYING_MS : 0;
	return {
		verdict: afterGrace(subject, cluster, since, graceMs, 'doomed'),
		because: [...readers, ...hintsOf(fault, namespace, row, cluster)].join('; '),
		next: fault.key === '' ? `create ${what} in ${namespace}` : `add key ${fault.key} to ${what}`,
	};
}

/** Of a Secret the keys are not read: that it is there does not tell that the key is. */
function hasIt(row: ConfigMapRow | SecretRow, {key}: ConfigFault): boolean {
	return key === '' || (row.kind === 'configmap' && row.keys.includes(key));
}

function readersOf(fault: ConfigFault, {pods, service, isRolling}: PodsSubject): readonly string[] {
	const spec = pods[0]?.spec;
	const users = spec === undefined ? [] : usersOf(spec, fault);
	if (users.length === 0) return [];
	const before = isRolling ? service?.previous : undefined;
	const isNew = before !== undefined && usersOf(before.template, fault).length === 0;
	return [
		`${listed(users, 3)} ${users.length === 1 ? 'reads' : 'read'} it${isNew ? `, ${before.label} did not` : ''}`,
	];
}

function hintsOf(
	{kind, name, key}: ConfigFault,
	namespace: string,
	row: ConfigMapRow | SecretRow | undefined,
	cluster: Cluster,
): readonly string[] {
	if (!cluster.knows(kind)) return [`what there is instead cannot be seen (list ${kind}s)`];
	if (row !== undefined) return row.kind === 'configmap' && key !== '' ? keyHints(key, row.keys) : [];
	const near = nearest(
		name,
		[...cluster.inNamespace(kind, namespace)].map(other => other.name),
	);
	if (near !== undefined) return [`there is ${near}`];
	const elsewhere = [...cluster.all(kind)].filter(other => other.name === name).map(other => other.namespace);
	return elsewhere.length === 0
		? []
		: [`there is one in ${listed(elsewhere.toSorted(), 3)}, but not in ${namespace}`];
}

function keyHints(key: string, keys: readonly string[]): readonly string[] {
	const near = nearest(key, keys);
	return [
		...(near === undefined ? [] : [`perhaps ${near} is meant`]),
		keys.length === 0 ? 'it has no keys at all' : `it has ${listed(keys, 8)}`,
	];
}
