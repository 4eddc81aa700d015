import type {ObjectRef} from '../../../model/finding.ts';
import type {PodRow} from '../../../model/pod.ts';
import type {Mark} from '../../../model/row.ts';
import {defineTablePane, type PaneInput} from '../../contract.ts';
import {openLogs} from '../../open/logs.ts';
import {rowsOf} from '../../rows.ts';
import {type ContainerLine, containerColumns} from './columns.ts';

/** The pod whose containers are shown. */
export interface ContainersArgument {
	readonly uid: string;
	readonly name: string;
}

/** The containers of a pod: the state of each, how it ended last, what it may use. */
export default defineTablePane<ContainerLine>({
	id: 'containers',
	shape: 'table',
	title: ({argument}) => `${(argument as ContainersArgument).name} containers`,
	kinds: () => ['pod'],
	rows: input => podOf(input)?.containers.map(container => lineOf(podOf(input), container)) ?? [],
	wholeKind: () => undefined,
	columns: () => containerColumns,
	sortedBy: () => undefined,
	worstFirst: () => false,
	mark: ({container}) => markOf(container),
	enter: ({namespace, name}, {argument}) =>
		openLogs({of: [podRef(argument, namespace)], container: name, previous: false}),
	object: ({namespace}, {argument}) => podRef(argument, namespace),
	container: ({name}) => name,
	empty: ({argument}) => `the pod ${(argument as ContainersArgument).name} is gone`,
});

function podRef(argument: unknown, namespace: string): ObjectRef {
	return {kind: 'pod', namespace, ...(argument as ContainersArgument)};
}

function podOf({argument, world}: PaneInput): PodRow | undefined {
	return rowsOf(world, 'pod').get((argument as ContainersArgument).uid) as PodRow | undefined;
}

function lineOf(pod: PodRow | undefined, container: ContainerLine['container']): ContainerLine {
	return {
		kind: 'container',
		uid: `${pod?.uid ?? ''}/${container.name}`,
		name: container.name,
		namespace: pod?.namespace ?? '',
		createdAt: container.startedAt,
		deletedAt: undefined,
		labels: {},
		owner: undefined,
		container,
	};
}

/** What the container's state alone proves; a finished init container has done its work. */
function markOf({state, role, ready, exit, reason}: ContainerLine['container']): Mark {
	if (state === 'terminated') return role === 'init' && exit?.code === 0 ? 'healthy' : 'struggling';
	if (state === 'waiting') return STARTING.has(reason) ? 'progressing' : 'struggling';
	if (state === 'unknown') return 'unknown';
	return ready || role === 'init' ? 'healthy' : 'struggling';
}

const STARTING: ReadonlySet<string> = new Set(['ContainerCreating', 'PodInitializing', '']);
