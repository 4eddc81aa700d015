import type {PodRow} from '../../../model/pod.ts';
import type {Cluster} from '../../cluster.ts';
import {listed} from '../../phrases.ts';
import {amountOfWords, amountWords, resourceWords} from '../../scheduling/amounts.ts';
import {onlyNodeOf} from '../../scheduling/node-match.ts';
import {besides} from '../../scheduling/refusal-words.ts';
import {consumersOf} from '../../scheduling/room.ts';
import type {Shortage} from '../../scheduling/shortage.ts';
import type {Unplaced} from '../../scheduling/unplaced.ts';

/** `Pods fit on no node: they ask for 64 CPU, the largest node has 2`. */
export function titleOf(who: string, {pods}: Unplaced, shortage: Shortage): string {
	const {resource, request, largest, best} = shortage;
	const own = [...new Set(pods.flatMap(({spec}) => onlyNodeOf(spec) ?? []))].toSorted();
	const what = resourceWords(resource);
	if (shortage.fitsNowhere && largest !== undefined) {
		const [asked = '', has] = amountWords(resource, [request, largest.allocatable]);
		const where = own.length === 0 ? 'fit on no node' : `do not fit on ${listed(own, 2)}`;
		const which = own.length === 1 ? 'it' : 'the largest node';
		const but = largest.allocatable === 0 ? 'no node has any' : `${which} has ${has}`;
		return `${who} ${where}: they ask for ${amountOfWords(resource, asked)}, ${but}`;
	}
	const where =
		own.length === 0
			? `find no node with enough ${what} left`
			: `find not enough ${what} left on ${listed(own, 2)}`;
	if (request === 0) return `${who} ${where}`;
	if (best === undefined) return `${who} ${where}: they ask for ${amountWords(resource, [request]).join('')}`;
	const [asked, free] = amountWords(resource, [request, best.free]);
	return `${who} ${where}: they ask for ${asked}, ${best.free === 0 ? 'nothing' : `at most ${free}`} is free`;
}

/** Where most is left and who takes the rest, what else is short, and the nodes that refuse for other reasons. */
export function becauseOf(kept: Unplaced, shortage: Shortage, cluster: Cluster): string {
	return [
		...roomWords(kept, shortage),
		...(shortage.others.length === 0 ? [] : [`${listed(shortage.others)} is short as well`]),
		...besides(kept),
		...(cluster.scope === '' ? [] : ['what pods of other namespaces request is not seen']),
	].join('; ');
}

const CONSUMERS_MAX = 3;

function roomWords({pod}: Unplaced, {resource, best, fitsNowhere, largest}: Shortage): readonly string[] {
	if (fitsNowhere)
		return largest === undefined || largest.allocatable === 0 ? [] : [`${largest.node.name} could give most`];
	if (best === undefined) return [];
	const consumers = consumersOf(best.pods, resource, CONSUMERS_MAX);
	const [free, all, ...amounts] = amountWords(resource, [
		best.free,
		best.allocatable,
		...consumers.map(({amount}) => amount),
	]);
	const who = consumers.map(({namespace, name}, index) => {
		const place = namespace === pod.namespace ? '' : `${namespace}/`;
		return `${place}${name} (${amounts[index] ?? ''})`;
	});
	const most = who.length === 0 ? '' : `, most is requested by ${listed(who)}`;
	return [`${best.node.name} has ${free} of ${amountOfWords(resource, all ?? '')} left${most}`];
}

export function remediesOf(
	{pod}: Unplaced,
	{resource, request, fitsNowhere, largest, best}: Shortage,
): readonly string[] {
	const what = resourceWords(resource);
	const lower = `lower the ${what} request of ${hungriest(pod, resource)}`;
	if (fitsNowhere) {
		const [asked = '', has = ''] = amountWords(resource, [request, largest?.allocatable ?? 0]);
		const below = largest?.allocatable === 0 ? '' : ` below ${has}`;
		return [`${lower}${below}`, `add a node with more than ${amountOfWords(resource, asked)}`];
	}
	const [consumer] = consumersOf(best?.pods ?? [], resource, 1);
	const other = consumer === undefined ? '' : `, such as ${consumer.name}`;
	const scale = `scale down what needs it less${other}`;
	// Another node does not help a pod that is meant for one.
	return [onlyNodeOf(pod.spec) === undefined ? `add a node, or ${scale}` : scale, lower];
}

/** The container that asks for most. */
function hungriest(pod: PodRow, resource: string): string {
	if (resource !== 'cpu' && resource !== 'memory') return 'the pods';
	const [first] = pod.containers.toSorted((a, b) => (b.requests[resource] ?? 0) - (a.requests[resource] ?? 0));
	return `container ${first?.name ?? ''}`;
}
