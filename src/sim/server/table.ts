import {formatAge} from '../../lib/age.ts';
import type {KubeObject} from '../objects.ts';
import type {Pod} from '../pod-object.ts';
import type {Deployment} from '../workload-objects.ts';
import {selectorText} from '../storage/selectors.ts';
import {metadataOf} from '../storage/wire.ts';
import {podSummary} from './pod-summary.ts';

export interface TableOptions {
	/** `None`, `Metadata` or `Object`, as the query says. */
	readonly includeObject: string;
	/** Only the first event of a watch carries the definitions of the columns. */
	readonly hasDefinitions: boolean;
}

/** Rows as `kubectl get` shows them (meta.k8s.io/v1 Table): the usual columns of some resources, name and age of the others. */
export function tableOf(
	plural: string,
	objects: readonly KubeObject[],
	metadata: object,
	now: number,
	{includeObject, hasDefinitions}: TableOptions,
): object {
	const columns = COLUMNS.get(plural) ?? [NAME, AGE];
	return {
		kind: 'Table',
		apiVersion: 'meta.k8s.io/v1',
		metadata,
		columnDefinitions: hasDefinitions ? columns.map(definitionOf) : null,
		rows: objects.map(object => ({
			cells: columns.map(({cell}) => cell(object, now)),
			...(includeObject === 'None' ? {} : {object: includeObject === 'Object' ? object : partialOf(object)}),
		})),
	};
}

interface Column {
	readonly name: string;
	readonly type: 'string' | 'integer';
	/** 1: only with `-o wide`. */
	readonly priority: 0 | 1;
	readonly cell: (object: KubeObject, now: number) => string | number;
}

const NAME = column('Name', ({metadata}) => metadata.name);
const AGE = column('Age', ({metadata}, now) => formatAge(now - Date.parse(metadata.creationTimestamp ?? '')));

const COLUMNS: ReadonlyMap<string, readonly Column[]> = new Map([
	[
		'pods',
		[
			NAME,
			column('Ready', object => podSummary(object as Pod).ready),
			column('Status', object => podSummary(object as Pod).status),
			column('Restarts', (object, now) => restartsText(object as Pod, now)),
			AGE,
			column('IP', object => (object as Pod).status.podIP ?? '<none>', 1),
			column('Node', object => (object as Pod).spec.nodeName ?? '<none>', 1),
			column('Nominated Node', () => '<none>', 1),
			column('Readiness Gates', () => '<none>', 1),
		],
	],
	[
		'deployments',
		[
			NAME,
			column('Ready', object => `${statusOf(object).readyReplicas ?? 0}/${(object as Deployment).spec.replicas}`),
			column('Up-to-date', object => statusOf(object).updatedReplicas ?? 0),
			column('Available', object => statusOf(object).availableReplicas ?? 0),
			AGE,
			column('Containers', object => containersOf(object, 'name'), 1),
			column('Images', object => containersOf(object, 'image'), 1),
			column('Selector', object => selectorText((object as Deployment).spec.selector), 1),
		],
	],
]);

function column(name: string, cell: Column['cell'], priority: 0 | 1 = 0): Column {
	return {name, type: 'string', priority, cell};
}

function definitionOf({name, type, priority}: Column): object {
	return {name, type, format: name === 'Name' ? 'name' : '', description: name, priority};
}

function partialOf(object: KubeObject): object {
	return {kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata: metadataOf(object)};
}

/** `4 (113s ago)`. */
function restartsText(pod: Pod, now: number): string {
	const {restarts, lastRestartAt} = podSummary(pod);
	return lastRestartAt === undefined || restarts === 0
		? String(restarts)
		: `${restarts} (${formatAge(now - lastRestartAt)} ago)`;
}

function statusOf(object: KubeObject): Deployment['status'] {
	return (object as Deployment).status;
}

function containersOf(object: KubeObject, field: 'name' | 'image'): string {
	return (object as Deployment).spec.template.spec.containers.map(container => container[field]).join(',');
}
