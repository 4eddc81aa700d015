import {fittingPool, perPod, type Share} from '../../services/budget/budget.ts';
import type {DatabaseState} from '../../services/database/state.ts';
import {counted} from '../phrases.ts';

/** Shares with a number of pods each, which may be one that is not yet there. */
export interface Demand {
	readonly total: number;
	/** `10 pods × 1 worker × (5 pool + 10 overflow) = 150 connections`; of several services each is named. */
	readonly words: string;
}

/** More terms are not read. */
const TERMS_MAX = 3;

/** The sum over all services that share a server. */
export function demandOf({users}: DatabaseState, podsOf: (share: Share) => number): Demand {
	const terms = users
		.flatMap(({user}) => user.share ?? [])
		.map(share => ({share, pods: podsOf(share), total: podsOf(share) * perPod(share)}))
		.filter(({total}) => total > 0)
		.toSorted((a, b) => b.total - a.total);
	const total = terms.reduce((sum, term) => sum + term.total, 0);
	const shown = terms.length > TERMS_MAX ? terms.slice(0, TERMS_MAX - 1) : terms;
	const rest = total - shown.reduce((sum, term) => sum + term.total, 0);
	const words = shown.map(({share, pods}) => `${terms.length > 1 ? `${share.name} ` : ''}${inWords(share, pods)}`);
	const others = rest > 0 ? [`${rest} of ${counted(terms.length - shown.length, 'more service')}`] : [];
	return {total, words: `${[...words, ...others].join(' + ')} = ${counted(total, 'connection')}`};
}

function inWords({workers, size, overflow}: Share, pods: number): string {
	const each = overflow.value === 0 ? `${size.value} pool` : `(${size.value} pool + ${overflow.value} overflow)`;
	return `${counted(pods, 'pod')} × ${counted(workers.value, 'worker')} × ${each}`;
}

/** `97 usable on postgres:5432 (100 − 3 reserved)`; empty when nothing tells what the server allows. */
export function usableInWords({server: {label, allowance, budget}}: DatabaseState): string {
	if (allowance === undefined || budget.usable === undefined) return '';
	const {max, reserved, others} = allowance;
	const less = [
		reserved.value > 0 ? ` − ${reserved.value} reserved` : '',
		others !== undefined && others.value > 0 ? ` − ${others.value} of others` : '',
	].join('');
	return `${budget.usable} usable on ${label}${less === '' ? '' : ` (${max.value}${less})`}`;
}

/** `lower DB_POOL_SIZE and DB_MAX_OVERFLOW to 9 in sum, for 10 pods`; then what else helps. */
export function howToFit(
	{users, server: {isPooler, budget}}: DatabaseState,
	service: string,
	pods: number,
	demand: Demand,
): readonly string[] {
	const own = users.find(one => one.user.service.uid === service);
	const {share, pool} = own?.user ?? {};
	const otherwise = isPooler
		? 'or raise max_client_conn of the pooler'
		: 'or put PgBouncer between them, or raise max_connections';
	if (share === undefined || budget.usable === undefined) return ['lower the size of the pool', otherwise];
	const workers = share.workers.value;
	const fits = fittingPool(budget.usable, demand.total - pods * perPod(share), pods, workers);
	const settings = pool === undefined || pool.settings === '' ? 'the size of the pool' : pool.settings;
	const isSum = settings.includes(' and ') || share.overflow.value > 0;
	const for_ = `for ${counted(pods, 'pod')}${workers < 2 ? '' : ` of ${workers} workers`}`;
	const lower =
		fits < 1
			? `lower ${settings}, or run fewer pods`
			: `lower ${settings} to ${fits}${isSum ? (settings.includes(' and ') ? ' in sum' : ', overflow included') : ''}, ${for_}`;
	return [lower, otherwise];
}

/** What of the sum is only assumed: `pool 5 is SQLAlchemy's default`; empty when it is all declared or measured. */
export function assumedInWords({users, server: {allowance}}: DatabaseState): string {
	const words = users.flatMap(({user: {share}}) =>
		share === undefined
			? []
			: [
					share.size.source === 'assumed' ? `pool ${share.size.value} is ${share.size.from}` : '',
					share.overflow.source === 'assumed' && share.overflow.value > 0
						? `overflow ${share.overflow.value} is ${share.overflow.from}`
						: '',
				],
	);
	// Fewer processes than one there are not: that may only be too low.
	const max =
		allowance?.max.source === 'assumed' ? `max_connections ${allowance.max.value} is ${allowance.max.from}` : '';
	const all = [...new Set([...words, max])].filter(text => text !== '');
	return all.length === 0 ? '' : `assumed: ${all.slice(0, TERMS_MAX).join(', ')}`;
}
