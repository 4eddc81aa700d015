import type {ConfigMapRow, SecretRow} from '../../../model/config.ts';
import type {PodSpec} from '../../../model/pod-spec.ts';
import type {PodRow} from '../../../model/pod.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule} from '../../contract.ts';
import {seenOn} from '../../evidence.ts';
import {kubectlName, objectName} from '../../object-name.ts';
import {listed} from '../../phrases.ts';

/** What was changed together with a release is there when its pods start; clocks are a little apart. */
const APART_MS = 2000;

export default defineRule({
	id: 'config-changed',
	title: 'a ConfigMap or Secret that was changed after pods had taken their environment from it',
	why: 'Variables are read when a container starts: what runs holds the old values, and a restart at night takes the new ones.',
	remedy: 'Restart the pods to take the new values over.',
	about: 'workload',
	reads: ['pod', 'workload', 'configmap', 'secret'],
	place: 'cause',
	*find(subject, cluster) {
		const {object: workload, pods} = subject;
		for (const [config, variables] of sourcesOf(workload.template, workload.namespace, cluster)) {
			const at = cluster.changedAt(config) ?? config.createdAt;
			const stale = pods.filter(pod => holdsOlder(pod, config, at));
			if (stale.length === 0) continue;
			const name = objectName(config);
			yield {
				key: `${config.kind}/${config.name}`,
				verdict: 'info',
				// Of a Secret only is known that it was written; labels change it too.
				confidence: config.kind === 'configmap' ? 'certain' : 'possible',
				title: `${subject.who} started before ${name} was changed, and hold its old values`,
				because: `${variables.length === 0 ? 'all its keys are' : `${listed(variables, 3)} ${variables.length === 1 ? 'is' : 'are'}`} read when a container starts, and not again`,
				pods: stale,
				evidence: [seenOn(config, `${name} was changed`, at), startedEvidence(stale)],
				since: at,
				next: [`kubectl rollout restart ${kubectlName(workload)}, when they are to take it over`],
			};
		}
	},
});

type Config = ConfigMapRow | SecretRow;

/** What the environment of the containers is taken from, with the variables that name it. */
function sourcesOf(template: PodSpec, namespace: string, cluster: Cluster): ReadonlyMap<Config, readonly string[]> {
	const sources = new Map<Config, string[]>();
	const add = (kind: Config['kind'], name: string, variable?: string): void => {
		const config = cluster.named(kind, namespace, name);
		if (config === undefined) return;
		const variables = sources.get(config) ?? [];
		if (variable !== undefined) variables.push(variable);
		sources.set(config, variables);
	};
	for (const {env, envFrom, role} of template.containers) {
		// What has run to its end does not care.
		if (role === 'init') continue;
		for (const {kind, name} of envFrom) add(kind, name);
		for (const {name, from} of env) if (from !== undefined) add(from.kind, from.name, name);
	}
	return sources;
}

/** A container of it runs since before, and takes its environment from it. */
function holdsOlder({containers, spec}: PodRow, {kind, name}: Config, at: number): boolean {
	return containers.some(container => {
		if (container.state !== 'running' || container.startedAt === 0 || container.startedAt + APART_MS >= at)
			return false;
		const own = spec.containers.find(one => one.name === container.name);
		const isIt = (reference: {readonly kind: string; readonly name: string}): boolean =>
			reference.kind === kind && reference.name === name;
		return (
			own !== undefined && (own.envFrom.some(isIt) || own.env.some(({from}) => from !== undefined && isIt(from)))
		);
	});
}

function startedEvidence(pods: readonly PodRow[]): ReturnType<typeof seenOn> {
	const startedAt = ({containers}: PodRow): number => Math.max(...containers.map(container => container.startedAt));
	const newest = pods.reduce((a, b) => (startedAt(b) > startedAt(a) ? b : a));
	return seenOn(newest, `the newest of them, ${newest.name}, started before`, startedAt(newest));
}
