import type {PodRow} from '../../model/pod.ts';
import {capacityOf} from '../../model/pool.ts';
import type {PodPool} from '../../services/database/state.ts';
import type {Cluster} from '../cluster.ts';
import type {WorkloadSubject} from '../subject.ts';
import {durationInWords} from '../traffic/figures.ts';
import {type Used, usedBy} from './used.ts';

/** Pools of which every connection is in use while requests wait for one. */
export interface Saturated {
	readonly used: Used;
	readonly full: readonly FullPool[];
	/** `15 of 15 connections in use on all 3 pods, 40 requests wait, p95 of the waits 2.9 s`. */
	readonly words: string;
	/** Waits are known to be short: nobody notices. */
	readonly isShort: boolean;
}

export interface FullPool {
	readonly pod: PodRow;
	readonly pool: PodPool;
	readonly capacity: number;
}

/** A pool may be full for a moment on one pod; on half of them it is no chance. */
const SHARE = 0.5;
/** Nobody waits for less. */
const SHORT_MS = 100;

/** By metrics; undefined when less than half of the measured pods have such pools, or nothing is measured. */
export function saturatedOf(subject: WorkloadSubject, cluster: Cluster): Saturated | undefined {
	const used = usedBy(subject, cluster);
	if (used === undefined) return undefined;
	const {own} = used;
	const {waitP95Ms, timeoutsPerMinute = 0} = own;
	const measured = own.pods.flatMap(pool => {
		const pod = subject.allPods.find(({uid}) => uid === pool.uid);
		const capacity = capacityOf(pool.pool);
		return pod === undefined || capacity === undefined || capacity < 1 ? [] : [{pod, pool, capacity}];
	});
	const full = measured.filter(
		({pool: {pool}, capacity}) =>
			(pool.inUse ?? 0) >= capacity && ((pool.waiting ?? 0) > 0 || timeoutsPerMinute > 0),
	);
	const [first] = full;
	if (first === undefined || full.length < SHARE * measured.length) return undefined;
	const waiting = full.reduce((sum, {pool: {pool}}) => sum + (pool.waiting ?? 0), 0);
	const words = [
		`${first.pool.pool.inUse ?? 0} of ${first.capacity} connections in use on ${onPods(full.length, measured.length)}`,
		waiting === 0 ? '' : `${waiting} ${waiting === 1 ? 'request waits' : 'requests wait'}`,
		waitP95Ms === undefined ? '' : `p95 of the waits ${durationInWords(waitP95Ms)}`,
		timeoutsPerMinute === 0 ? '' : `${Math.ceil(timeoutsPerMinute)} give up in a minute`,
	];
	return {
		used,
		full,
		words: words.filter(text => text !== '').join(', '),
		isShort: timeoutsPerMinute === 0 && waitP95Ms !== undefined && waitP95Ms < SHORT_MS,
	};
}

function onPods(count: number, all: number): string {
	if (count < all) return `${count} of ${all} pods`;
	return all === 1 ? 'its pod' : all === 2 ? 'both pods' : `all ${all} pods`;
}
