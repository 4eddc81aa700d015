import {formatCpu, formatMemory, percent} from '../model/quantity.ts';
import type {Row} from '../model/row.ts';
import {NOTHING} from './columns.ts';
import type {Column, Facts, Tone} from './contract.ts';

/** What a row could use at most, in cores and bytes; `title` is the header of the share. */
interface Whole<R extends Row> {
	readonly title: string;
	cpu(row: R): number | undefined;
	memory(row: R): number | undefined;
}

/** CPU and memory as measured, each with its share of the whole. */
export function usageColumns<R extends Row>(whole: Whole<R>): readonly Column<R>[] {
	return [
		amountColumn('cpu', 'CPU', formatCpu),
		// A CPU at its limit is slow, not dead.
		shareColumn('cpu', 'cpuShare', 95, 8, whole),
		amountColumn('memory', 'MEM', formatMemory),
		// The kernel kills at 100.
		shareColumn('memory', 'memoryShare', 90, 6, whole),
	];
}

function amountColumn<R extends Row>(
	what: 'cpu' | 'memory',
	title: string,
	format: (amount: number) => string,
): Column<R> {
	return {
		id: what,
		title,
		align: 'right',
		width: {min: what === 'cpu' ? 5 : 6, max: 7},
		priority: 5,
		value(row, facts) {
			const amount = facts.usageOf(row)?.[what];
			return amount === undefined ? NOTHING : format(amount);
		},
		tone: staleTone,
		// Below zero, so that what was not measured is not mixed with what uses nothing.
		sort: (row, facts) => facts.usageOf(row)?.[what] ?? -1,
	};
}

function shareColumn<R extends Row>(
	what: 'cpu' | 'memory',
	id: string,
	alarmPercent: number,
	priority: number,
	whole: Whole<R>,
): Column<R> {
	const share = (row: R, facts: Facts): number | undefined => percent(facts.usageOf(row)?.[what], whole[what](row));
	return {
		id,
		title: whole.title,
		align: 'right',
		width: {min: 3, max: 4},
		priority,
		value: (row, facts) => String(share(row, facts) ?? NOTHING),
		tone: (row, facts) =>
			staleTone(row, facts) ?? ((share(row, facts) ?? 0) >= alarmPercent ? 'struggling' : undefined),
		sort: (row, facts) => share(row, facts) ?? -1,
	};
}

/** metrics-server measures each minute by default: after two without news a figure is old. */
const STALE_MS = 120_000;

function staleTone(row: Row, facts: Facts): Tone | undefined {
	const usage = facts.usageOf(row);
	return usage !== undefined && facts.now - usage.measuredAt > STALE_MS ? 'muted' : undefined;
}
