import type {Source} from '../database/contract.ts';
import type {Share} from './budget.ts';

/** The surest first. */
const SURENESS: readonly Source[] = ['measured', 'logged', 'declared', 'assumed'];

/** A sum is as sure as the least sure of its numbers. An overflow of none adds nothing, wherever that is from. */
export function sourceOf(shares: readonly Share[]): Source {
	let least = 0;
	for (const {workers, size, overflow} of shares)
		for (const {source} of overflow.value === 0 ? [workers, size] : [workers, size, overflow])
			least = Math.max(least, SURENESS.indexOf(source));
	return SURENESS[least] ?? 'assumed';
}
