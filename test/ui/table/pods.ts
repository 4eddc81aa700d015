import type {Facts} from '../../../src/kinds/contract.ts';
import pod from '../../../src/kinds/entries/pod/index.ts';
import {createIntern} from '../../../src/lib/intern.ts';
import type {PodRow} from '../../../src/model/pod.ts';

const NOW = Date.UTC(2026, 10, 24, 12, 4, 31);

/** What the pods below use, and how often they restarted. */
export const podFacts: Facts = {
	now: NOW,
	usageOf: row => (row.name.startsWith('api-66') ? {cpu: 0.12, memory: 190 * 2 ** 20, measuredAt: NOW} : undefined),
	restartsOf: row => ({count: row.name.endsWith('x2xkq') ? 4 : 0, atLeast: row.name.endsWith('p0c2z')}),
	trafficOf: () => undefined,
	connectionsOf: () => undefined,
};

/** A pod of a namespace with a crash, a kill, a start, and long and hostile names. */
export const pods: readonly PodRow[] = [
	podOf('api-7f9c5d-x2xkq', 3, {
		state: {waiting: {reason: 'CrashLoopBackOff'}},
		restarts: 4,
		last: {exitCode: 3, reason: 'Error'},
		ago: 12,
	}),
	podOf('api-7f9c5d-p0c2z', 5, {restarts: 1, last: {exitCode: 137, reason: 'OOMKilled'}, ago: 240, ready: true}),
	podOf('api-66b8f7-9kq2d', 120, {ready: true}),
	podOf('a-service-with-a-very-long-name-that-goes-on-and-on-6c9d8f7b5-abcde', 600, {ready: true}),
	podOf('mailer-5d4c3b-new01', 0, {state: {waiting: {reason: 'ContainerCreating'}}}),
	podOf('b\u001B[31m\u202Ebad\nname', 60 * 24 * 3, {ready: true}),
	...Array.from({length: 30}, (_, index) => podOf(`worker-${index}`, 60 * 24, {ready: true})),
];

interface About {
	readonly state?: object;
	readonly ready?: boolean;
	readonly restarts?: number;
	readonly last?: {readonly exitCode: number; readonly reason: string};
	/** Seconds since the last exit. */
	readonly ago?: number;
}

function podOf(name: string, ageMinutes: number, {state, ready = false, restarts = 0, last, ago = 0}: About): PodRow {
	const startedAt = timeOf(ageMinutes * 60);
	const ended = last === undefined ? {} : {terminated: {...last, startedAt, finishedAt: timeOf(ago)}};
	const status = {
		name: 'app',
		ready,
		restartCount: restarts,
		state: state ?? {running: {startedAt}},
		lastState: ended,
	};
	return pod.project(
		{
			metadata: {
				name,
				namespace: 'shop',
				uid: `uid-${name}`,
				creationTimestamp: startedAt,
				labels: {app: name.split('-')[0] ?? ''},
			},
			spec: {
				nodeName: 'ip-10-1',
				containers: [{name: 'app', image: 'api:1.9.0', resources: {limits: {cpu: '500m', memory: '512Mi'}}}],
			},
			status: {
				phase: state === undefined ? 'Running' : 'Pending',
				podIP: '10.42.0.7',
				conditions: [{type: 'Ready', status: ready ? 'True' : 'False', lastTransitionTime: startedAt}],
				containerStatuses: [status],
			},
		},
		createIntern(),
	);
}

function timeOf(secondsAgo: number): string {
	return new Date(NOW - secondsAgo * 1000).toISOString();
}
