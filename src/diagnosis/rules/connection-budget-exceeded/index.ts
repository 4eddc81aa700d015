import type {ServiceRow} from '../../../services/service-row.ts';
import type {Cluster} from '../../cluster.ts';
import {defineRule, type Draft} from '../../contract.ts';
import {bearingOf, heldOf} from '../../database/held.ts';
import {type Overrun, overrunOf} from '../../database/overrun.ts';
import {hearSlots, othersHearSlots} from '../../database/slots-heard.ts';
import {assumedInWords, howToFit, usableInWords} from '../../database/sum-words.ts';
import {type Used, usedBy} from '../../database/used.ts';
import {seenOn} from '../../evidence.ts';
import {counted} from '../../phrases.ts';
import {rollBackFirst} from '../../roll-back.ts';

export default defineRule({
	id: 'connection-budget-exceeded',
	title: 'pods whose pools may open more connections than their database has: now, in this rollout, or when the autoscaler adds more',
	why: 'Pods × workers × pool is more than the server allows: when the pools fill, the newest pods are refused, and nothing shows it before.',
	remedy: 'Make the pools smaller, allow fewer pods, raise max_connections, or put PgBouncer between them.',
	about: 'workload',
	reads: ['database', 'traffic', 'log', 'event', 'pod', 'workload', 'revision', 'service', 'hpa'],
	place: 'cause',
	*find(subject, cluster) {
		// Who does not see the pods cannot count them.
		if (!cluster.knows('pod')) return;
		const used = usedBy(subject, cluster);
		const overrun = used && overrunOf(subject, used, cluster);
		// Who is refused already says so, with the same sum.
		if (used === undefined || overrun === undefined || hearSlots(subject, cluster)) return;
		const {state} = used;
		const {usable = 0} = state.server.budget;
		const {service, object} = subject;
		const {when, demand, pods} = overrun;
		const held = heldOf(used);
		const assumed = assumedInWords(state);
		const usableWords = usableInWords(state);
		const at = state.server.budget.overrunAt(service.uid) ?? 0;
		yield {
			key: when,
			...judged(overrun, used, assumed !== '', cluster),
			title: `${titleOf(overrun, service)} ${counted(demand.total, 'connection')} to ${state.server.label}, which has ${usable}`,
			because: [
				demand.words,
				usableWords,
				at > 1 && pods >= at && when !== 'rollout' ? `too many from pod ${at} on` : '',
				held === undefined || held.count === 0
					? ''
					: `${held.isPartial ? 'at least ' : ''}${held.count} open now`,
				assumed,
			]
				.filter(text => text !== '')
				.join('; '),
			evidence: [seenOn(object, demand.words), seenOn(state.server.behind[0]?.workload ?? object, usableWords)],
			next: [
				...(when === 'rollout' ? rollBackFirst(subject) : []),
				...howToFit(state, service.uid, pods, demand),
				...(OF_ROLLOUTS.has(when) ? ['or let rollouts add no pods: maxSurge 0, maxUnavailable 1'] : []),
				...(OF_SCALING.has(when) && at > 1 ? [`or lower maxReplicas to ${at - 1}`] : []),
			],
		};
	},
});

const OF_ROLLOUTS: ReadonlySet<Overrun['when']> = new Set<Overrun['when']>(['rollout', 'surge']);
const OF_SCALING: ReadonlySet<Overrun['when']> = new Set<Overrun['when']>(['scaling', 'at-most']);

function titleOf({when, pods}: Overrun, {autoscaler, name}: ServiceRow): string {
	const scaler = `autoscaler ${autoscaler?.name ?? name}`;
	if (when === 'rollout') return `With this rollout ${counted(pods, 'pod')} may open`;
	if (when === 'scaling') return `Scaled up by ${scaler}, ${counted(pods, 'pod')} may open`;
	if (when === 'now') return 'Pools may open';
	if (when === 'at-most') return `At the maximum of ${scaler}, ${counted(pods, 'pod')} may open`;
	return `During a rollout ${counted(pods, 'pod')} may open`;
}

/** What is only assumed, or only can come, is worth knowing and no more; so are pools of which metrics do not show that they fill. */
function judged(
	overrun: Overrun,
	used: Used,
	isAssumed: boolean,
	cluster: Cluster,
): Pick<Draft, 'verdict' | 'confidence'> {
	if (isAssumed) return {verdict: 'info', confidence: 'possible'};
	if (overrun.when === 'at-most' || overrun.when === 'surge') return {verdict: 'info', confidence: 'certain'};
	const bearing = bearingOf(used, overrun);
	if (bearing === 'full' || othersHearSlots(used, cluster)) return {verdict: 'struggling', confidence: 'certain'};
	return bearing === 'fills'
		? {verdict: 'struggling', confidence: 'likely'}
		: {verdict: 'info', confidence: 'certain'};
}
