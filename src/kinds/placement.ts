import type {V1Container, V1LabelSelector, V1NodeSelectorRequirement, V1PodSpec} from '@kubernetes/client-node';
import type {Intern} from '../lib/intern.ts';
import type {NodeRequirement, Placement, SpreadRule} from '../model/placement.ts';
import {parseQuantity} from '../model/quantity.ts';
import type {Wire} from '../model/wire.ts';
import {fieldsOf, listOf, numberOf, textOf, textsOf} from './json.ts';
import {selectorOf} from './metadata.ts';

/** What decides where a pod may run. */
export function placementOf(spec: Wire<V1PodSpec> | undefined, intern: Intern): Placement {
	const terms = spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms;
	return {
		scheduler: textOf(spec?.schedulerName) || 'default-scheduler',
		gates: listOf(spec?.schedulingGates).map(({name}) => textOf(name)),
		terms: listOf(terms).map(({matchExpressions, matchFields}) => [
			...listOf(matchExpressions).map(expression => requirementOf(expression, false)),
			...listOf(matchFields).map(field => requirementOf(field, true)),
		]),
		spread: spreadOf(spec, intern),
		hostPorts: hostPortsOf(spec),
		requests: requestsOf(spec),
	};
}

function requirementOf({key, operator, values}: Wire<V1NodeSelectorRequirement>, isField: boolean): NodeRequirement {
	return {key: textOf(key), isField, operator: textOf(operator), values: textsOf(values)};
}

function spreadOf(spec: Wire<V1PodSpec> | undefined, intern: Intern): readonly SpreadRule[] {
	const {podAntiAffinity, podAffinity} = spec?.affinity ?? {};
	const rule = (
		how: SpreadRule['how'],
		topologyKey: unknown,
		labelSelector: Wire<V1LabelSelector> | undefined,
		skewMax: unknown = 0,
	): SpreadRule => ({
		how,
		topologyKey: textOf(topologyKey),
		selector: selectorOf(labelSelector, intern),
		skewMax: numberOf(skewMax) ?? 1,
	});
	return [
		...listOf(podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution).map(({topologyKey, labelSelector}) =>
			rule('apart', topologyKey, labelSelector),
		),
		...listOf(podAffinity?.requiredDuringSchedulingIgnoredDuringExecution).map(({topologyKey, labelSelector}) =>
			rule('together', topologyKey, labelSelector),
		),
		...listOf(spec?.topologySpreadConstraints)
			.filter(({whenUnsatisfiable}) => whenUnsatisfiable !== 'ScheduleAnyway')
			.map(({topologyKey, labelSelector, maxSkew}) => rule('evenly', topologyKey, labelSelector, maxSkew)),
	];
}

/** On the network of its node every port of a container is one of the node. */
function hostPortsOf(spec: Wire<V1PodSpec> | undefined): readonly number[] {
	const ports = containersOf(spec).flatMap(({ports: own}) => listOf(own));
	return ports.flatMap(({hostPort, containerPort}) => {
		const port = numberOf(hostPort) ?? (spec?.hostNetwork === true ? numberOf(containerPort) : undefined);
		return port === undefined || port === 0 ? [] : [port];
	});
}

/** Containers run beside each other, init containers before them: the larger need counts. */
function requestsOf(spec: Wire<V1PodSpec> | undefined): Readonly<Record<string, number>> {
	const sums = new Map<string, number>();
	for (const container of listOf(spec?.containers))
		for (const [name, amount] of amountsOf(container)) sums.set(name, (sums.get(name) ?? 0) + amount);
	for (const container of listOf(spec?.initContainers))
		for (const [name, amount] of amountsOf(container)) sums.set(name, Math.max(sums.get(name) ?? 0, amount));
	return Object.fromEntries(sums);
}

function containersOf(spec: Wire<V1PodSpec> | undefined): readonly Wire<V1Container>[] {
	return [...listOf(spec?.initContainers), ...listOf(spec?.containers)];
}

/** Extended resources may be written as limits only: the request is then the same. */
function amountsOf({resources}: Wire<V1Container>): readonly (readonly [string, number])[] {
	const {requests, limits} = fieldsOf(resources ?? {});
	const written = {...fieldsOf(limits ?? {}), ...fieldsOf(requests ?? {})};
	return Object.entries(written).flatMap(([name, quantity]) => {
		const amount = name === 'cpu' || name === 'memory' ? undefined : parseQuantity(quantity);
		return amount === undefined || amount === 0 ? [] : [[textOf(name), amount] as const];
	});
}
