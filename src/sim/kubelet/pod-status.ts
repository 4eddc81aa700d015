import type {Condition} from '../objects.ts';
import type {ContainerStatus, Pod} from '../pod-object.ts';
import {secondsTime} from '../times.ts';
import type {ContainerLife} from './container-life.ts';
import {containerStatus} from './container-status.ts';

/** What the kubelet knows of a pod beside its containers. */
export interface Place {
	readonly hostIp: string;
	/** Undefined until its sandbox is there. */
	readonly podIp: string | undefined;
	readonly startedAt: number;
}

/** A pod's status from the state of its containers. Times of conditions that did not change stay. */
export function podStatus(pod: Pod, lives: readonly ContainerLife[], place: Place, now: number): Pod['status'] {
	const statuses = lives.map(life => containerStatus(life, podNameOf(pod)));
	const phase = phaseOf(pod, statuses);
	return {
		phase,
		conditions: conditionsOf(pod, statuses, phase, place, now),
		hostIP: place.hostIp,
		...(place.podIp === undefined ? {} : {podIP: place.podIp, podIPs: [{ip: place.podIp}]}),
		startTime: secondsTime(place.startedAt),
		...(pod.status.initContainerStatuses && {initContainerStatuses: pod.status.initContainerStatuses}),
		containerStatuses: statuses,
		qosClass: pod.status.qosClass ?? 'BestEffort',
	};
}

/** How kubelets name a pod: `NAME_NAMESPACE(UID)`. */
export function podNameOf({metadata: {name, namespace, uid}}: Pod): string {
	return `${name}_${namespace}(${uid})`;
}

/** Nothing will start this container again. */
export function isFinal(pod: Pod, exitCode: number): boolean {
	const policy = pod.spec.restartPolicy ?? 'Always';
	return policy === 'Never' || (policy === 'OnFailure' && exitCode === 0);
}

function phaseOf(pod: Pod, statuses: readonly ContainerStatus[]): string {
	const codes = statuses.map(({state}) => state.terminated?.exitCode);
	if (codes.every(code => code !== undefined && isFinal(pod, code)))
		return codes.every(code => code === 0) ? 'Succeeded' : 'Failed';
	const haveRun = statuses.every(
		({state, lastState}) => state.waiting === undefined || lastState.terminated !== undefined,
	);
	return haveRun ? 'Running' : 'Pending';
}

function conditionsOf(
	pod: Pod,
	statuses: readonly ContainerStatus[],
	phase: string,
	place: Place,
	now: number,
): Condition[] {
	const unready = statuses.filter(({ready}) => !ready).map(({name}) => name);
	const readiness = readinessOf(phase, unready);
	const facts: Pick<Condition, 'type' | 'status' | 'reason' | 'message'>[] = [
		{type: 'PodReadyToStartContainers', status: place.podIp === undefined ? 'False' : 'True'},
		{type: 'Initialized', status: 'True', ...(phase === 'Succeeded' ? {reason: 'PodCompleted'} : {})},
		{type: 'Ready', ...readiness},
		{type: 'ContainersReady', ...readiness},
		{type: 'PodScheduled', status: 'True'},
	];
	return facts.map(fact => {
		const old = pod.status.conditions?.find(({type}) => type === fact.type);
		const lastTransitionTime = old?.status === fact.status ? (old.lastTransitionTime ?? '') : secondsTime(now);
		const {type, status, ...why} = fact;
		return {type, status, lastProbeTime: null, lastTransitionTime, ...why};
	});
}

function readinessOf(phase: string, unready: readonly string[]): Omit<Condition, 'type'> {
	if (phase === 'Succeeded') return {status: 'False', reason: 'PodCompleted'};
	if (phase === 'Failed') return {status: 'False', reason: 'PodFailed'};
	if (unready.length === 0) return {status: 'True'};
	return {
		status: 'False',
		reason: 'ContainersNotReady',
		message: `containers with unready status: [${unready.join(' ')}]`,
	};
}
