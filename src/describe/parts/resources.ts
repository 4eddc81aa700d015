import {formatCpu, formatMemory, percent} from '../../model/quantity.ts';
import type {Resources} from '../../model/row.ts';
import type {Usage, UsageTable} from '../../model/usage.ts';
import type {Entry, Word} from '../contract.ts';
import {entry, listed, word} from '../words.ts';

/** What may be used, and what is; `used` undefined when it was not measured, `null` where that is told elsewhere. */
export function resourceEntries(
	{requests, limits}: {readonly requests: Resources; readonly limits: Resources},
	used: Pick<Usage, 'cpu' | 'memory'> | undefined | null,
	table: UsageTable,
): readonly Entry[] {
	return [resourceEntry('memory', formatMemory), resourceEntry('cpu', formatCpu)];

	function resourceEntry(resource: 'cpu' | 'memory', format: (amount: number) => string): Entry {
		const [limit, request] = [limits[resource], requests[resource]];
		const usage = used === null ? '' : usageWord(used?.[resource], {limit, request}, format, table);
		return entry(resource, listed([amountWords(limit, request, format), usage]));
	}
}

interface Amounts {
	readonly limit: number | undefined;
	readonly request: number | undefined;
}

function amountWords(
	limit: number | undefined,
	request: number | undefined,
	format: (amount: number) => string,
): string {
	const bound = limit === undefined ? 'no limit' : `limit ${format(limit)}`;
	return `${bound}, ${request === undefined ? 'no request' : `request ${format(request)}`}`;
}

/** Nine tenths of a limit: the next request may be the last. */
const NEAR_PERCENT = 90;

/** `uses 240Mi, 94 % of its limit`; what is missing says why. */
export function usageWord(
	used: number | undefined,
	{limit, request}: Amounts,
	format: (amount: number) => string,
	{state}: UsageTable,
): Word {
	if (used === undefined) return word(UNMEASURED[state.phase] ?? 'never measured', 'muted');
	const ofLimit = percent(used, limit);
	const ofRequest = percent(used, request);
	const share =
		ofLimit === undefined
			? ofRequest === undefined
				? ''
				: `, ${ofRequest} % of its request`
			: `, ${ofLimit} % of its limit`;
	const tone: Word['tone'] = ofLimit !== undefined && ofLimit >= NEAR_PERCENT ? 'struggling' : undefined;
	return {text: `uses ${format(used)}${share}`, tone};
}

const UNMEASURED: Readonly<Partial<Record<UsageTable['state']['phase'], string>>> = {
	starting: 'not measured yet',
	missing: 'never measured: this cluster has no metrics API',
	forbidden: 'not measured: no right to read the metrics API',
};
