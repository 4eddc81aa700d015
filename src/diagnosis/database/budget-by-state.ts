import type {ServiceObjectRow} from '../../model/network.ts';
import type {DatabaseState} from '../../services/database/state.ts';
import type {Budget} from '../connection-budget.ts';
import type {PodsSubject} from '../subject.ts';
import {demandOf, howToFit, usableInWords} from './sum-words.ts';

/**
 * The sum over all services that share a server, for one of them that got no connection; undefined when it is about another server, or
 * the sum does not explain it.
 * @param to the Service that it did not get a connection to
 */
export function budgetByState(
	state: DatabaseState,
	{service}: PodsSubject,
	to: ServiceObjectRow | undefined,
): Budget | undefined {
	const {usable} = state.server.budget;
	const share = state.users.find(({user}) => user.service.uid === service?.uid)?.user.share;
	if (service === undefined || share === undefined || usable === undefined) return undefined;
	if (to?.uid !== state.server.service?.uid) return undefined;
	const demand = demandOf(state, ({pods}) => pods);
	return {
		because: [demand.words, usableInWords(state)],
		next: howToFit(state, service.uid, share.pods, demand).slice(0, 1),
	};
}
