import type {ContainerRow, PodRow} from '../../model/pod.ts';
import type {Incident, ServiceTraffic} from '../../services/traffic/contract.ts';
import type {LoggedTrouble} from '../../telemetry/last-words.ts';
import type {Cluster} from '../cluster.ts';
import {specOf} from '../crash-words.ts';
import {type Dependency, dependencyOf} from '../dependency.ts';
import type {PodsSubject} from '../subject.ts';
import {someFail} from './failing.ts';
import {heardLately, isOfStart} from './heard-lately.ts';
import {podsNamed} from './hits.ts';

/** Pods that serve, and say again and again that something they depend on fails them. */
export interface Complaint {
	readonly sufferers: readonly [Complainer, ...Complainer[]];
	readonly trouble: LoggedTrouble;
	readonly dependency: Dependency;
	/** The most frequent of its kind. */
	readonly incident: Incident;
	/** How often it was said in the last five minutes, wherever it happened. */
	readonly times: number;
	readonly isFailing: boolean;
	readonly traffic: ServiceTraffic;
}

interface Complainer {
	readonly pod: PodRow;
	readonly container: ContainerRow;
}

/** By category and dependency. Pods that are not ready suffer more than they complain, and are left to others, unless they are asked for. */
export function complaintsOfServing(
	subject: PodsSubject,
	cluster: Cluster,
	categories: readonly LoggedTrouble['category'][],
	{isReadyOnly = true} = {},
): readonly Complaint[] {
	const traffic = subject.service && cluster.trafficOf(subject.service);
	if (traffic === undefined) return [];
	const isFailing = someFail(traffic);
	const found = heardLately(subject, cluster, traffic, ['trouble']).flatMap(incident => {
		const {trouble, source, lastAt, pods: names} = incident;
		if (trouble === undefined || !categories.includes(trouble.category)) return [];
		if (OF_A_START.has(trouble.category) && isOfStart(incident, subject, traffic)) return [];
		// Of some page on the network that a program asks nobody says that it cannot do without it.
		if (trouble.system === '' && trouble.host === '' && !isFailing && OF_ANYBODY.has(trouble.category)) return [];
		const sufferers = podsNamed(subject, names)
			.filter(({ready}) => ready || !isReadyOnly)
			.flatMap(pod => {
				const container = pod.containers.find(({name}) => name === source.container);
				return container === undefined ? [] : [{pod, container}];
			});
		const [first] = sufferers;
		if (first === undefined) return [];
		const spec = specOf(first.pod, first.container);
		const dependency = dependencyOf(trouble, lastAt, spec, subject.object.namespace, cluster);
		// It came back since, and nobody complained any more.
		return dependency.coming === 'ready' ? [] : [{incident, trouble, dependency, sufferers, isFailing, traffic}];
	});
	const groups = Map.groupBy(found, ({trouble, dependency}) => `${trouble.category}/${dependency.label}`);
	return [...groups.values()].flatMap(group => {
		const [first] = group;
		const [one, ...others] = uniquePods(group.flatMap(({sufferers}) => sufferers));
		if (first === undefined || one === undefined) return [];
		const times = group.reduce((sum, {incident}) => sum + incident.counts.m5, 0);
		return [{...first, sufferers: [one, ...others], times}];
	});
}

/** What passes while a program starts. */
const OF_A_START: ReadonlySet<LoggedTrouble['category']> = new Set<LoggedTrouble['category']>([
	...(['refused', 'dns', 'timeout', 'slots', 'tls', 'auth', 'lost', 'starting', 'proxy'] as const),
]);

/** What is said of any address of the network. */
const OF_ANYBODY: ReadonlySet<LoggedTrouble['category']> = new Set<LoggedTrouble['category']>([
	...(['refused', 'dns', 'timeout', 'tls', 'auth', 'lost'] as const),
]);

/** What only the program and its database have to do with: the database is there. */
export const WITHIN: ReadonlySet<LoggedTrouble['category']> = new Set<LoggedTrouble['category']>([
	...(['pool', 'deadlock', 'statement-timeout', 'lock-timeout', 'schema'] as const),
]);

function uniquePods(all: readonly Complainer[]): readonly Complainer[] {
	return [...new Map(all.map(one => [one.pod.uid, one])).values()];
}
