import {expect, test} from 'vitest';
import {plainSpec} from '../../src/kinds/example.ts';
import {overdueAt} from '../../src/diagnosis/overdue.ts';
import type {PodRow} from '../../src/model/pod.ts';
import {condition, container, crashing, MINUTE, MORNING, NOON, pod, SECOND, starting} from '../support/rows.ts';

/** A pod that is not ready since noon. */
const unready = (fields: Partial<PodRow>): PodRow =>
	pod({ready: false, createdAt: NOON, conditions: [condition('Ready', 'False', {since: NOON})], ...fields});

const slow = plainSpec([
	{
		startup: {
			how: 'http',
			port: '80',
			path: '/',
			scheme: '',
			initialDelayMs: 5 * SECOND,
			periodMs: 10 * SECOND,
			timeoutMs: SECOND,
			failureThreshold: 30,
			successThreshold: 1,
		},
	},
]);
const runs = container({ready: false, startedAt: NOON + 2 * SECOND});

test.each<readonly [string, Partial<PodRow>, number]>([
	['is ready', {ready: true}, Infinity],
	['ends', {deletedAt: NOON, containers: [runs]}, Infinity],
	['was refused', {phase: 'Failed'}, Infinity],
	['is gated', {status: 'SchedulingGated', containers: [starting()]}, Infinity],
	['is pulled', {containers: [starting()]}, 10 * MINUTE],
	['waits for its image', {containers: [starting({reason: 'ImagePullBackOff'})]}, 30 * SECOND],
	['starts without probes', {containers: [runs]}, 62 * SECOND],
	['starts as slowly as its startup probe lets it', {containers: [runs], spec: slow}, (62 + 5 + 310 + 1) * SECOND],
	['crashed once', {containers: [crashing()]}, 10 * MINUTE],
	['crashes again and again', {containers: [crashing({restarts: 2})]}, 30 * SECOND],
	['runs between two crashes', {containers: [{...runs, restarts: 2}], spec: slow}, 30 * SECOND],
	['served for hours', {createdAt: MORNING, containers: [container({ready: false})], spec: slow}, 30 * SECOND],
])('a pod that %s', (_name, fields, afterNoonMs) => {
	expect(overdueAt(unready(fields)) - NOON).toBe(afterNoonMs);
});
