import type {ConfigReference, PodSpec} from '../../model/pod-spec.ts';
import type {Row} from '../../model/row.ts';
import type {Section} from '../contract.ts';
import type {Known} from '../known.ts';
import {atMost, columnCells, entry, nameOf, word} from '../words.ts';

const USERS_MAX = 30;

/** The workloads, jobs and single pods of the namespace that take something from a ConfigMap, a Secret or a claim. */
export function usedBySection(row: Row, kind: ConfigReference['kind'] | 'claim', known: Known): Section {
	const users = [...templates(row.namespace, known)].flatMap(({user, spec}) => {
		const how = usesOf(spec, kind, row.name);
		return how.length === 0 ? [] : [{user, how}];
	});
	const cells = columnCells(users.map(({user}) => nameOf(user)));
	return {
		title: 'USED BY',
		entries:
			users.length === 0
				? [entry('', word('nobody here, as far as can be seen', 'muted'))]
				: atMost(users, USERS_MAX, ({user, how}) => ({
						...entry('', [{text: nameOf(user), cells}, word(how.join(', '), 'muted')]),
						object: user,
					})),
	};
}

function* templates(namespace: string, known: Known): Iterable<{readonly user: Row; readonly spec: PodSpec}> {
	for (const service of known.services)
		if (service.namespace === namespace) yield {user: service.workload, spec: service.workload.template};
	for (const job of known.rows('job')) if (job.namespace === namespace) yield {user: job, spec: job.template};
	for (const pod of known.rows('pod'))
		if (pod.namespace === namespace && pod.owner === undefined) yield {user: pod, spec: pod.spec};
}

/** `DATABASE_URL`, `all settings`, `volume files`, `to pull images`. */
function usesOf(spec: PodSpec, kind: ConfigReference['kind'] | 'claim', name: string): readonly string[] {
	const isIt = (reference: ConfigReference | undefined): boolean =>
		reference?.kind === kind && reference.name === name;
	const uses = [
		...spec.containers.flatMap(({env, envFrom}) => [
			...env.filter(({from}) => isIt(from)).map(variable => variable.name),
			...(envFrom.some(isIt) ? ['all settings'] : []),
		]),
		...spec.volumes
			.filter(({config, claim}) => isIt(config) || (kind === 'claim' && claim === name))
			.map(volume => `volume ${volume.name}`),
		...(kind === 'secret' && spec.pullSecrets.includes(name) ? ['to pull images'] : []),
	];
	return [...new Set(uses)];
}
