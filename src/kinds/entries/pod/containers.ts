import type {V1Container, V1ContainerStateTerminated, V1ContainerStatus, V1Pod} from '@kubernetes/client-node';
import type {Intern} from '../../../lib/intern.ts';
import type {ContainerRow, Exit} from '../../../model/pod.ts';
import type {Wire} from '../../../model/wire.ts';
import {listOf, numberOf, textOf, timeAt} from '../../json.ts';
import {resourcesOf} from './resources.ts';

/** The containers of a pod in the order of its spec, init containers first, each with its status once there is one. */
export function containersOf({spec, status}: Wire<V1Pod>, intern: Intern): readonly ContainerRow[] {
	const initStatuses = listOf(status?.initContainerStatuses);
	const appStatuses = listOf(status?.containerStatuses);
	const row = (
		container: Wire<V1Container>,
		role: ContainerRow['role'],
		statuses: readonly Wire<V1ContainerStatus>[],
	) => containerOf(container, role, statuses.find(({name}) => name === container.name) ?? {}, intern);
	const init = listOf(spec?.initContainers).map(container =>
		row(container, container.restartPolicy === 'Always' ? 'sidecar' : 'init', initStatuses),
	);
	// Not spread into a literal: that keeps room for sixteen, which is 100 bytes for every pod.
	return init.concat(listOf(spec?.containers).map(container => row(container, 'app', appStatuses)));
}

function containerOf(
	container: Wire<V1Container>,
	role: ContainerRow['role'],
	status: Wire<V1ContainerStatus>,
	intern: Intern,
): ContainerRow {
	const {waiting, running, terminated} = status.state ?? {};
	const cause = waiting ?? terminated;
	return {
		name: intern.text(textOf(container.name)),
		image: intern.text(textOf(container.image)),
		role,
		ready: status.ready === true,
		started: status.started === true,
		restarts: numberOf(status.restartCount) ?? 0,
		state: waiting ? 'waiting' : running ? 'running' : terminated ? 'terminated' : 'unknown',
		reason: intern.text(textOf(cause?.reason)),
		message: textOf(cause?.message),
		startedAt: timeAt(running?.startedAt) ?? 0,
		exit: exitOf(terminated, intern),
		lastExit: exitOf(status.lastState?.terminated, intern),
		requests: resourcesOf(container.resources?.requests, intern),
		limits: resourcesOf(container.resources?.limits, intern),
		ports: intern.value(
			listOf(container.ports).map(({name, containerPort, protocol}) => ({
				name: textOf(name),
				port: numberOf(containerPort) ?? 0,
				protocol: textOf(protocol) || 'TCP',
			})),
		),
	};
}

function exitOf(terminated: Wire<V1ContainerStateTerminated> | undefined, intern: Intern): Exit | undefined {
	if (!terminated) return undefined;
	return {
		code: numberOf(terminated.exitCode) ?? 0,
		signal: numberOf(terminated.signal) ?? 0,
		reason: intern.text(textOf(terminated.reason)),
		message: textOf(terminated.message),
		startedAt: timeAt(terminated.startedAt) ?? 0,
		finishedAt: timeAt(terminated.finishedAt) ?? 0,
	};
}
