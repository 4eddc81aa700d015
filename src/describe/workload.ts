import type {V1PodTemplateSpec} from '@kubernetes/client-node';
import {formatAge} from '../lib/age.ts';
import {formatCpu, formatMemory} from '../model/quantity.ts';
import type {Wire} from '../model/wire.ts';
import type {WorkloadRow} from '../model/workload.ts';
import {imageName} from '../services/image-words.ts';
import type {Revision, ServiceRow} from '../services/service-row.ts';
import {type ResourceUsage, usageOfService} from '../services/usage.ts';
import type {Entry, Section, Told} from './contract.ts';
import type {Known} from './known.ts';
import {conditionSection} from './parts/conditions.ts';
import {lifeSection} from './parts/events.ts';
import {podSection} from './parts/pods.ts';
import {usageWord} from './parts/resources.ts';
import {templateSections} from './template.ts';
import {ago, count, entry, listed, word} from './words.ts';

/** What Deployments, StatefulSets and DaemonSets have alike, as the API sends it. */
export interface WiredWorkload {
	readonly spec?: {readonly template?: Wire<V1PodTemplateSpec>};
	readonly status?: {readonly conditions?: Parameters<typeof conditionSection>[0]};
}

/** A workload: how far it is, its revisions, its pods, what was heard of all of them, and what they are made from. */
export function* workloadSections({object, row, known}: Told<WorkloadRow, WiredWorkload>): Iterable<Section> {
	const service = known.services.find(({uid}) => uid === row.uid);
	const pods = known.join.podsOwnedBy(row.uid);
	yield {title: 'STATUS', entries: statusEntries(row, service, known)};
	yield {title: 'ROLLOUT', entries: rolloutEntries(row, service)};
	if (service !== undefined) {
		yield {title: 'REVISIONS', entries: revisionEntries(service, known)};
		yield {title: 'USAGE', entries: usageEntries(service, known)};
		yield {title: 'SERVICES', entries: networkEntries(service)};
	}
	yield podSection(pods, known);
	yield conditionSection(object.status?.conditions, known);
	yield lifeSection(row, [...pods, ...revisionRows(row, known), ...autoscalerRows(service)], known);
	yield* templateSections(object.spec?.template, row.template, row.namespace, known);
}

function statusEntries(row: WorkloadRow, service: ServiceRow | undefined, known: Known): readonly Entry[] {
	const {ready, wanted, current, updated, available, observed, paused, createdAt} = row;
	const autoscaler = service?.autoscaler;
	// What is wrong stands above already.
	const isTold = known.findings.some(({object}) => object.uid === row.uid);
	const state = isTold ? '' : (service?.state ?? '');
	return [
		entry(
			'',
			listed([
				word(`${ready} of ${wanted} ready`, ready < wanted ? 'struggling' : undefined),
				`${available} available`,
				...(current === wanted ? [] : [`${current} there`]),
				...(updated === wanted ? [] : [`${updated} of the newest revision`]),
				state,
				observed ? '' : word('its controller has not seen the newest change', 'struggling'),
				paused ? word('paused', 'struggling') : '',
				word(ago(createdAt, known), 'muted'),
			]),
		),
		...(autoscaler === undefined
			? []
			: [
					{
						...entry('autoscaler', [
							word(`${autoscaler.replicasMin} to ${autoscaler.replicasMax}, wants ${autoscaler.wanted}`),
							word(`: ${autoscaler.targets.join(', ')}`, 'muted'),
						]),
						object: autoscaler,
					},
				]),
	];
}

function rolloutEntries(row: WorkloadRow, service: ServiceRow | undefined): readonly Entry[] {
	const {strategy, surge, unavailable, partition, minReadyMs, progressDeadlineMs} = row;
	if (strategy === '') return [];
	const phase = service?.rollout.phase ?? 'done';
	return [
		entry(
			'',
			listed([
				strategy,
				surge === '' ? '' : `at most ${surge} more`,
				unavailable === '' ? '' : `at most ${unavailable} fewer`,
				partition === 0 ? '' : `below ${partition} stay old`,
				minReadyMs === 0 ? '' : `ready for ${formatAge(minReadyMs)} to count`,
				progressDeadlineMs === undefined ? '' : `stuck after ${formatAge(progressDeadlineMs)}`,
				phase === 'done' ? '' : word(PHASES[phase], phase === 'stuck' ? 'struggling' : 'accent'),
			]),
		),
	];
}

const PHASES: Readonly<Record<Exclude<ServiceRow['rollout']['phase'], 'done'>, string>> = {
	unobserved: 'about to begin',
	updating: 'under way',
	retiring: 'old pods are leaving',
	waiting: 'new pods are not all available',
	stuck: 'past its deadline',
	paused: 'held by a person',
	'on-delete': 'pods are replaced when somebody deletes them',
};

/** Revisions that one may want to go back to. */
const REVISIONS_MAX = 4;

function revisionEntries({revisions, current}: ServiceRow, known: Known): readonly Entry[] {
	return revisions.slice(0, REVISIONS_MAX).map((revision): Entry => {
		const {label, images, createdAt, changeCause, total, ready} = revision;
		return {
			label: '',
			words: [
				{text: label, cells: 9, tone: revision === current ? 'accent' : undefined},
				...listed([
					images.map(imageName).join(', '),
					total === 0 ? '' : `${ready} of ${count(total, 'pod')} ready`,
					word(ago(createdAt, known), 'muted'),
					changeCause,
				]),
			],
			object: revisionRef(revision, known),
		};
	});
}

function revisionRef({uid}: Revision, known: Known): Entry['object'] {
	for (const kind of ['replicaset', 'controllerrevision'] as const)
		for (const row of known.rows(kind)) if (row.uid === uid) return row;
	return undefined;
}

/** What the pods use together; of those that were not measured it is said that they are not in it. */
function usageEntries(service: ServiceRow, known: Known): readonly Entry[] {
	const {usage} = known;
	const {memory, cpu, running, measured} = usageOfService(service, usage);
	if (running === 0) return [];
	const amounts = (of: ResourceUsage) => ({limit: of.limit, request: of.requested});
	const isPartial = measured > 0 && measured < running;
	return [
		entry(
			'',
			listed([
				[word('memory ', 'muted'), usageWord(memory.used, amounts(memory), formatMemory, usage)],
				[word('cpu ', 'muted'), usageWord(cpu.used, amounts(cpu), formatCpu, usage)],
				isPartial ? word(`measured on ${measured} of ${count(running, 'pod')}`, 'muted') : '',
			]),
		),
	];
}

function networkEntries({services, endpoints}: ServiceRow): readonly Entry[] {
	if (services.length === 0) return [];
	const {ready, total} = endpoints;
	const tone = ready === 0 && total > 0 ? 'struggling' : undefined;
	return [entry('', listed([services.join(', '), word(`${ready} of ${count(total, 'endpoint')} ready`, tone)]))];
}

function revisionRows({uid}: WorkloadRow, known: Known) {
	return (['replicaset', 'controllerrevision'] as const).flatMap(kind =>
		[...known.rows(kind)].filter(({owner}) => owner?.uid === uid),
	);
}

function autoscalerRows(service: ServiceRow | undefined) {
	return service?.autoscaler === undefined ? [] : [service.autoscaler];
}
