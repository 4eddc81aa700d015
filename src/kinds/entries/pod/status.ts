import type {
	V1ContainerStateTerminated,
	V1ContainerStatus,
	V1Pod,
	V1PodSpec,
	V1PodStatus,
} from '@kubernetes/client-node';
import type {Wire} from '../../../model/wire.ts';
import {listOf, numberOf, textOf, timeAt} from '../../json.ts';

/** What `kubectl get pods` prints of a pod. */
interface Printed {
	readonly status: string;
	readonly readyContainers: number;
	readonly totalContainers: number;
	readonly restarts: number;
	readonly lastRestartAt: number | undefined;
}

/**
 * STATUS, READY and RESTARTS exactly as kubectl prints them, for people compare the two. The rules are those of kubernetes
 * `pkg/printers/internalversion/printers.go` (printPod), oddities included: the first broken container wins, and the restarts of
 * init containers are forgotten once the pod is initialised.
 */
export function printedStatus({metadata, spec, status}: Wire<V1Pod>): Printed {
	const init = walkInitContainers(spec, status);
	const initialized = init.reason === '' || isConditionTrue(status, 'Initialized');
	const app = initialized ? walkAppContainers(status, init.sidecarRestarts) : undefined;
	const reason = app?.reason || init.reason || podReason(status);
	const {count, lastAt} = app?.restarts ?? init.restarts;
	return {
		status: whenDeleted(metadata?.deletionTimestamp, status) ?? whenHalfCompleted(reason, app, status) ?? reason,
		readyContainers: init.ready + (app?.ready ?? 0),
		totalContainers: listOf(spec?.containers).length + sidecarNames(spec).size,
		restarts: count,
		lastRestartAt: lastAt,
	};
}

/** What the pod as a whole says, before its containers are asked. */
function podReason(status: Wire<V1PodStatus> | undefined): string {
	const gated = listOf(status?.conditions).some(
		({type, reason}) => type === 'PodScheduled' && reason === 'SchedulingGated',
	);
	return gated ? 'SchedulingGated' : textOf(status?.reason) || textOf(status?.phase);
}

/** Stops at the init container that holds the pod up; `reason` is empty when none does. */
function walkInitContainers(spec: Wire<V1PodSpec> | undefined, status: Wire<V1PodStatus> | undefined) {
	const sidecars = sidecarNames(spec);
	let [ready, restarts, sidecarRestarts] = [0, NO_RESTARTS, NO_RESTARTS];
	for (const [index, container] of listOf(status?.initContainerStatuses).entries()) {
		const isSidecar = sidecars.has(textOf(container.name));
		restarts = plus(restarts, container);
		if (isSidecar) sidecarRestarts = plus(sidecarRestarts, container);
		const {terminated, waiting} = container.state ?? {};
		if (terminated && (numberOf(terminated.exitCode) ?? 0) === 0) continue;
		if (isSidecar && container.started === true) {
			if (container.ready === true) ready += 1;
			continue;
		}
		const because = terminated ? endReason(terminated) : textOf(waiting?.reason);
		const waits = because === '' || (!terminated && because === 'PodInitializing');
		const reason = waits ? `Init:${index}/${listOf(spec?.initContainers).length}` : `Init:${because}`;
		return {reason, ready, restarts, sidecarRestarts};
	}
	return {reason: '', ready, restarts, sidecarRestarts};
}

/** From the last to the first, so that the first container's bad state is the one that stays. */
function walkAppContainers(status: Wire<V1PodStatus> | undefined, sidecarRestarts: Restarts) {
	let [reason, hasRunning, ready, restarts] = ['', false, 0, sidecarRestarts];
	for (const container of listOf(status?.containerStatuses).toReversed()) {
		restarts = plus(restarts, container);
		const {terminated, waiting, running} = container.state ?? {};
		const waitReason = textOf(waiting?.reason);
		if (waitReason !== '') reason = waitReason;
		else if (terminated) reason = endReason(terminated);
		else if (container.ready === true && running) {
			hasRunning = true;
			ready += 1;
		}
	}
	return {reason, hasRunning, ready, restarts};
}

function endReason(terminated: Wire<V1ContainerStateTerminated>): string {
	const signal = numberOf(terminated.signal) ?? 0;
	return (
		textOf(terminated.reason) ||
		(signal === 0 ? `ExitCode:${numberOf(terminated.exitCode) ?? 0}` : `Signal:${signal}`)
	);
}

/** A pod that goes is `Terminating`, unless it has ended already, or its node is gone and nobody knows. */
function whenDeleted(deletedAt: string | undefined, status: Wire<V1PodStatus> | undefined): string | undefined {
	if (timeAt(deletedAt) === undefined) return undefined;
	if (status?.reason === 'NodeLost') return 'Unknown';
	return status?.phase === 'Succeeded' || status?.phase === 'Failed' ? undefined : 'Terminating';
}

/** One container has completed, and another one still runs. */
function whenHalfCompleted(
	reason: string,
	app: {readonly hasRunning: boolean} | undefined,
	status: Wire<V1PodStatus> | undefined,
): string | undefined {
	if (reason !== 'Completed' || app?.hasRunning !== true) return undefined;
	return isConditionTrue(status, 'Ready') ? 'Running' : 'NotReady';
}

function isConditionTrue(status: Wire<V1PodStatus> | undefined, type: string): boolean {
	return listOf(status?.conditions).some(condition => condition.type === type && condition.status === 'True');
}

/** Init containers that keep running beside the app. */
function sidecarNames(spec: Wire<V1PodSpec> | undefined): ReadonlySet<string> {
	const sidecars = listOf(spec?.initContainers).filter(container => container.restartPolicy === 'Always');
	return new Set(sidecars.map(container => textOf(container.name)));
}

interface Restarts {
	readonly count: number;
	readonly lastAt: number | undefined;
}

const NO_RESTARTS: Restarts = {count: 0, lastAt: undefined};

function plus({count, lastAt}: Restarts, container: Wire<V1ContainerStatus>): Restarts {
	const endedAt = timeAt(container.lastState?.terminated?.finishedAt) ?? 0;
	return {
		count: count + (numberOf(container.restartCount) ?? 0),
		lastAt: endedAt > (lastAt ?? 0) ? endedAt : lastAt,
	};
}
