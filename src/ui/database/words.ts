import type {Sourced, Source} from '../../services/database/contract.ts';
import {perPod, type Share} from '../../services/budget/budget.ts';

/** How a number of connections is written: what is assumed looks it, and so does the least of what may be more. */
export function countWords(
	value: number,
	{source, isPartial = false}: {readonly source: Source; readonly isPartial?: boolean},
): string {
	const amount = Number.isFinite(value) ? String(value) : 'no limit';
	return isPartial ? `≥${amount}` : source === 'assumed' ? `~${amount}` : amount;
}

/** `declared: DB_POOL_SIZE` */
export function sourceWords({source, from}: Pick<Sourced, 'source' | 'from'>): string {
	return from === '' ? source : `${source}: ${from}`;
}

/** `15+10`, `~5+10`, `5` for pools that know no overflow. */
export function poolWords({size, overflow}: Pick<Share, 'size' | 'overflow'>): string {
	const own = countWords(size.value, size);
	return overflow.value === 0 ? own : `${own}+${countWords(overflow.value, overflow).replace(/^~/, '')}`;
}

/**
 * How a sum comes about: `5 → 10 pods × 1 worker × (15 + 10)`; of several services each with its name, those that add nothing left out.
 * @param podsOf the words for how many pods, and that number
 */
export function sumWords(
	shares: readonly Share[],
	podsOf: (share: Share) => {readonly words: string; readonly pods: number},
): string {
	const [only] = shares;
	if (only !== undefined && shares.length === 1) {
		const {words, pods} = podsOf(only);
		const workers = `${only.workers.value} worker${only.workers.value === 1 ? '' : 's'}`;
		return `${words} pod${pods === 1 ? '' : 's'} × ${workers} × ${eachWords(only)}`;
	}
	return shares
		.filter(share => podsOf(share).pods * perPod(share) > 0)
		.map(share => `${share.name} ${podsOf(share).words} × ${share.workers.value} × ${eachWords(share)}`)
		.join(' + ');
}

function eachWords({size, overflow}: Share): string {
	return overflow.value === 0 ? String(size.value) : `(${size.value} + ${overflow.value})`;
}
