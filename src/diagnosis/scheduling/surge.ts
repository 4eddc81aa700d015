import type {PodRow} from '../../model/pod.ts';
import {selects} from '../../model/selector.ts';
import type {WorkloadRow} from '../../model/workload.ts';
import type {ServiceRow} from '../../services/service-row.ts';
import type {Cluster} from '../cluster.ts';
import type {PodsSubject} from '../subject.ts';
import {requestOf} from './amounts.ts';
import {lackedBy} from './refusal-words.ts';
import {roomsOf} from './room.ts';
import {suitableNodes} from './suitable.ts';
import type {Unplaced} from './unplaced.ts';

/** New pods of a rollout wait for the place of old ones, which wait for new ones to be ready. */
export interface Surge {
	readonly workload: WorkloadRow;
	/** An old pod that is in the way. */
	readonly inTheWay: PodRow;
	/** How many old pods may go before new ones are ready: with 0 nothing moves any more. */
	readonly mayGo: number;
}

/** Whether new pods could be placed if an old one of the same Deployment were gone; undefined when that is not so, or not seen. */
export function surgeOf(
	{isRolling, oldPods, service}: PodsSubject,
	kept: Unplaced,
	cluster: Cluster,
): Surge | undefined {
	const workload = deploymentOf(service);
	if (!isRolling || workload === undefined || workload.strategy !== 'RollingUpdate') return undefined;
	const inTheWay = oldPods.find(old => old.node !== '' && makesWay(old, kept, cluster));
	return inTheWay && {workload, inTheWay, mayGo: mayGoOf(workload)};
}

function deploymentOf(service: ServiceRow | undefined): WorkloadRow | undefined {
	return service?.workload.kind === 'deployment' ? service.workload : undefined;
}

function makesWay(old: PodRow, kept: Unplaced, cluster: Cluster): boolean {
	const {pod, obstacle, nodes = []} = kept;
	if (obstacle === 'host-port')
		return pod.spec.placement.hostPorts.some(port => old.spec.placement.hostPorts.includes(port));
	if (obstacle === 'spread')
		return pod.spec.placement.spread.some(({how, selector}) => how === 'apart' && selects(selector, old.labels));
	const node = suitableNodes(pod.spec, nodes).find(({name}) => name === old.node);
	if (node === undefined) return false;
	if (obstacle === 'pod-cap') return true;
	return (
		obstacle === 'resource' &&
		cluster.scope === '' &&
		lackedBy(kept.fit).every(name => {
			const [room] = roomsOf(name, [node], cluster);
			return room !== undefined && room.free + requestOf(old, name) >= requestOf(pod, name);
		})
	);
}

/** A share is rounded down, and where neither may be one above nor one below, one may be below (deployment `util.ResolveFenceposts`). */
function mayGoOf({unavailable, surge, wanted}: WorkloadRow): number {
	const below = Math.floor(countOf(unavailable, wanted));
	return below === 0 && countOf(surge, wanted) === 0 ? 1 : below;
}

function countOf(amount: string, of: number): number {
	const number = Number.parseFloat(amount);
	if (!Number.isFinite(number)) return 0;
	return amount.endsWith('%') ? (number * of) / 100 : number;
}
