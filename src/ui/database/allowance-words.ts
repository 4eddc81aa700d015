import type {Sourced} from '../../services/database/contract.ts';
import type {DatabaseState} from '../../services/database/state.ts';
import {sourceWords} from './words.ts';

/** `max 100 − 3 reserved − 0 others = 97 usable`, and behind it where each of the numbers is from. */
export function allowanceWords({server: {label, allowance, budget}}: DatabaseState): {
	readonly sum: string;
	readonly sources: string;
} {
	if (allowance === undefined || budget.usable === undefined)
		return {
			sum: `what ${label} allows is not known`,
			sources: 'no exporter tells, and no workload here is the server',
		};
	const {max, reserved, others} = allowance;
	const parts: readonly (readonly [string, Sourced])[] = [
		['max', max],
		['reserved', reserved],
		...(others === undefined ? [] : [['others', others] as const]),
	];
	const taken = others === undefined ? '' : ` − ${amount(others)} others`;
	const sum = `max ${amount(max)} − ${amount(reserved)} reserved${taken} = ${budget.usable} usable`;
	const bySource = Map.groupBy(parts, ([, number]) => sourceWords(number));
	const named = [...bySource].map(([source, own]) => `${own.map(([name]) => name).join(', ')} ${source}`);
	const [only] = bySource.keys();
	const unknown = others === undefined ? ' · what others take is not known' : '';
	return {sum, sources: (only !== undefined && bySource.size === 1 ? only : named.join(' · ')) + unknown};
}

function amount({value, source}: Sourced): string {
	return source === 'assumed' ? `~${value}` : String(value);
}
