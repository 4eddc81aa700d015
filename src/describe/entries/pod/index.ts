import type {V1Pod} from '@kubernetes/client-node';
import {maskCredentials} from '../../../lib/mask.ts';
import {fieldsOf} from '../../../kinds/json.ts';
import type {ContainerRow, PodRow} from '../../../model/pod.ts';
import type {Usage} from '../../../model/usage.ts';
import type {Wire} from '../../../model/wire.ts';
import {defineDescription, type Entry, type Section} from '../../contract.ts';
import type {Known} from '../../known.ts';
import {conditionSection} from '../../parts/conditions.ts';
import {stateEntries} from '../../parts/container-state.ts';
import {lifeSection} from '../../parts/events.ts';
import {ownersOf} from '../../parts/owners.ts';
import {placementSection} from '../../parts/placement.ts';
import {probeEntries} from '../../parts/probes.ts';
import {resourceEntries} from '../../parts/resources.ts';
import {volumeSection} from '../../parts/volumes.ts';
import {containerSections} from '../../template.ts';
import {ago, entry, listed, word} from '../../words.ts';

export default defineDescription<PodRow, Wire<V1Pod>>({
	id: 'pod',
	*sections({object, row, known}) {
		const {spec, status} = fieldsOf(object);
		yield {title: 'STATUS', entries: statusEntries(row, known)};
		yield* inOrderOfUse(row).map(container => containerSection(row, container, known));
		yield conditionSection(status?.conditions, known);
		yield lifeSection(row, [], known);
		yield* containerSections(spec, row.spec, row.namespace, known, false);
		yield volumeSection(spec, row.namespace, known);
		yield placementSection(row.spec);
	},
});

function statusEntries(pod: PodRow, known: Known): readonly Entry[] {
	const {status, ready, phase, readyContainers, totalContainers, node, ip, reason, message, createdAt} = pod;
	const owner = ownersOf(pod, known);
	const top = owner.at(-1)?.owner;
	return [
		entry(
			'',
			listed([
				word(status, ready || phase === 'Succeeded' ? undefined : 'struggling'),
				`${readyContainers}/${totalContainers} ready`,
				top === undefined ? '' : `${top.kind} ${top.name}${owner[0]?.detail ?? ''}`,
				node === '' ? 'on no node yet' : `on ${node}`,
				word(ip, 'muted'),
				word(ago(createdAt, known), 'muted'),
			]),
		),
		...(message === '' ? [] : [entry(reason === '' ? 'because' : reason, maskCredentials(message))]),
		...usageEntries(pod, known),
	];
}

/** Measured are pods as a whole; with a single container, it is told there. */
function usageEntries(pod: PodRow, known: Known): readonly Entry[] {
	return runningBeside(pod).length > 1 ? resourceEntries(pod, usageOf(pod, known), known.usage) : [];
}

function runningBeside({containers}: PodRow): readonly ContainerRow[] {
	return containers.filter(({role}) => role !== 'init');
}

function usageOf({namespace, name}: PodRow, {usage}: Known): Usage | undefined {
	return usage.pods.get(`${namespace}/${name}`);
}

/** What has done its work comes last. */
function inOrderOfUse({containers}: PodRow): readonly ContainerRow[] {
	const isDone = ({role, exit}: ContainerRow): boolean => role === 'init' && exit?.code === 0;
	return [...containers.filter(container => !isDone(container)), ...containers.filter(isDone)];
}

function containerSection(pod: PodRow, container: ContainerRow, known: Known): Section {
	const spec = pod.spec.containers.find(({name}) => name === container.name);
	const isAlone = runningBeside(pod).length === 1 && container.role !== 'init';
	return {
		title: `${TITLES[container.role]} ${container.name}`,
		entries: [
			...stateEntries(pod, container, known),
			...(spec === undefined ? [] : probeEntries(spec)),
			...resourceEntries(container, isAlone ? usageOf(pod, known) : null, known.usage),
		],
	};
}

const TITLES: Readonly<Record<ContainerRow['role'], string>> = {app: 'CONTAINER', init: 'INIT', sidecar: 'SIDECAR'};
