import type {LoggedTrouble} from '../../telemetry/last-words.ts';
import type {Cluster} from '../cluster.ts';
import type {WorkloadSubject} from '../subject.ts';
import {sufferingsOf} from '../sufferers.ts';
import {complaintsOfServing} from '../traffic/complaints-of-serving.ts';
import type {Used} from './used.ts';

const SLOTS: readonly LoggedTrouble['category'][] = ['slots', 'proxy'];

/** Whether its own pods write that the server has no connection left: another rule tells that. */
export function hearSlots(subject: WorkloadSubject, cluster: Cluster): boolean {
	return complaintsOfServing(subject, cluster, SLOTS).length > 0 || sufferingsOf(subject, cluster, SLOTS).length > 0;
}

/** Whether another service that uses the same server wrote so in the last five minutes. */
export function othersHearSlots({state, own}: Used, cluster: Cluster): boolean {
	return state.users.some(
		one =>
			one !== own &&
			cluster
				.trafficOf(one.user.service)
				?.incidents.some(({trouble, counts}) => trouble?.category === 'slots' && counts.m5 > 0) === true,
	);
}
