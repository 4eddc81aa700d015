import {parseQuantity} from '../../../model/quantity.ts';

/** What a quota refuses, as `plugin/pkg/admission/resourcequota` words it. */
export interface QuotaRefusal {
	/** Of the ResourceQuota; empty when it is not named. */
	readonly name: string;
	readonly lacks: readonly {
		/** `requests.cpu`, `pods`. */
		readonly resource: string;
		/** Quantities as written. */
		readonly requested: string;
		readonly used: string;
		readonly hard: string;
		/** One pod asks for more than the quota is. */
		readonly exceedsAll: boolean;
	}[];
	/** What it demands that containers set, and which do not. */
	readonly unset: readonly {readonly resource: string; readonly containers: string}[];
}

/** `exceeded quota: q, requested: a=1,b=2, used: …, limited: …`, or `failed quota: q: must specify limits.cpu for: c; …`. */
export function parseQuota(words: string): QuotaRefusal {
	const exceeded = /exceeded quota: (?<name>[^\s,]{1,253}), requested: /.exec(words);
	if (exceeded === null) return parseUnset(words);
	const rest = words.slice(exceeded.index + exceeded[0].length);
	const [requested = '', afterRequested = ''] = rest.split(', used: ', 2);
	const [used = '', hard = ''] = afterRequested.split(', limited: ', 2);
	const [needs, uses, limits] = [amountsOf(requested), amountsOf(used), amountsOf(hard)];
	const lacks = [...needs].map(([resource, amount]) => {
		const limit = limits.get(resource) ?? '?';
		return {
			resource,
			requested: amount,
			used: uses.get(resource) ?? '?',
			hard: limit,
			exceedsAll: (parseQuantity(amount) ?? 0) > (parseQuantity(limit) ?? Infinity),
		};
	});
	return {name: exceeded.groups?.['name'] ?? '', lacks, unset: []};
}

function parseUnset(words: string): QuotaRefusal {
	const {name = '', list} =
		/failed quota: (?<name>[^\s:]{1,253}): must specify (?<list>.{1,2000})/.exec(words)?.groups ?? {};
	const unset = (list ?? '').split('; ', RESOURCES_MAX).flatMap(part => {
		const [resource = '', containers = ''] = part.split(' for: ', 2);
		// Older servers do not say which container: `must specify limits.cpu,limits.memory`.
		return resource
			.split(',', RESOURCES_MAX)
			.flatMap(one =>
				one.trim() === '' ? [] : {resource: one.trim(), containers: containers.trim() || 'a container'},
			);
	});
	return {name, lacks: [], unset};
}

/** There are a dozen at most in practice. */
const RESOURCES_MAX = 20;

function amountsOf(list: string): ReadonlyMap<string, string> {
	const pairs = list.split(',', RESOURCES_MAX).map(pair => pair.trim().split('=', 2));
	return new Map(
		pairs.flatMap(([resource = '', amount]) => (amount === undefined ? [] : [[resource, amount] as const])),
	);
}
