import {type Budget, budgetOf, type Share} from '../../services/budget/budget.ts';
import {sourceOf} from '../../services/budget/source.ts';
import type {DatabaseState} from '../../services/database/state.ts';
import {sharesIf, type WhatIf} from './what-if.ts';
import {countWords, sumWords} from './words.ts';

/** A number of connections against what the server allows. */
export interface Bar {
	/** `now`, `HPA max 10` */
	readonly label: string;
	readonly value: number;
	/** The value as it is written: `87`, `~250`. */
	readonly words: string;
	/** Undefined when nothing tells. */
	readonly usable: number | undefined;
	/** Where it is from: `measured`, `declared`; `what if` for what is tried. */
	readonly source: string;
	/** How it comes about; empty for what is measured. */
	readonly sum: string;
}

/** What the services may take of a server, as it is or with the numbers that are tried. */
export interface Demand {
	readonly shares: readonly Share[];
	readonly budget: Budget;
	readonly isTried: boolean;
}

export function demandOf({server, users}: DatabaseState, whatIf: WhatIf): Demand {
	const own = users.flatMap(({user}) => user.share ?? []);
	if (whatIf.changes.size === 0) return {shares: own, budget: server.budget, isTried: false};
	const shares = sharesIf(own, whatIf);
	return {shares, budget: budgetOf(shares, server.allowance), isTried: true};
}

/**
 * The bars of a server: what is held now, what would be if all pools were full, then with every autoscaler at its most, then while a
 * rollout adds its pods. What is not measured, and what adds nothing, has none.
 */
export function barsOf({inUse}: DatabaseState, {shares, budget, isTried}: Demand): readonly Bar[] {
	const {usable, now, atMost, withSurge} = budget;
	const certainty = sourceOf(shares);
	const source = isTried ? 'what if' : certainty;
	const bars: Bar[] = [];
	if (inUse !== undefined)
		bars.push({
			label: 'now',
			value: inUse.value,
			words: countWords(inUse.value, inUse),
			usable,
			source: inUse.source,
			sum: '',
		});
	if (shares.length === 0) return bars;
	const ceiling = (label: string, value: number, sum: string): Bar => ({
		...{label, value, usable, source, sum},
		words: countWords(value, {source: isTried ? 'declared' : certainty}),
	});
	bars.push(
		ceiling(
			'pools full',
			now,
			sumWords(shares, ({pods}) => ({words: String(pods), pods})),
		),
	);
	if (atMost !== undefined) bars.push(ceiling(labelOf('HPA max', mostOf(shares)), atMost, sumWords(shares, scaled)));
	if (withSurge > (atMost ?? now))
		bars.push(ceiling(labelOf('+ surge', surgeOf(shares)), withSurge, sumWords(shares, surged)));
	return bars;
}

/** Where there are few rows: what is held now, and the worst that may come. */
export function fewBars(bars: readonly Bar[], rows: number): readonly Bar[] {
	if (bars.length <= rows) return bars;
	const kept = bars.filter(({label}) => label !== 'pools full');
	// Of a server that nothing scales, the full pools are the worst; else the autoscaler's most says more.
	const told = kept.length > 1 ? kept : bars;
	return told.slice(0, Math.max(rows, 0));
}

/** The number behind a label, when it is that of one service; of several each has its own. */
function labelOf(label: string, numbers: readonly number[]): string {
	const [only] = numbers;
	return only !== undefined && numbers.length === 1 ? `${label} ${only}` : label;
}

function mostOf(shares: readonly Share[]): readonly number[] {
	return shares.flatMap(({podsAtMost}) => podsAtMost ?? []);
}

function surgeOf(shares: readonly Share[]): readonly number[] {
	return shares.map(addedBy).filter(added => added > 0);
}

function addedBy({pods, podsAtMost, surge, surgeAtMost}: Share): number {
	return podsAtMost !== undefined && podsAtMost > pods ? surgeAtMost : surge;
}

function scaled({pods, podsAtMost}: Share): {words: string; pods: number} {
	const most = Math.max(pods, podsAtMost ?? 0);
	return {words: most === pods ? String(pods) : `${pods} → ${most}`, pods: most};
}

function surged(share: Share): {words: string; pods: number} {
	const {pods} = scaled(share);
	const added = addedBy(share);
	return {words: added === 0 ? String(pods) : `(${pods} + ${added})`, pods: pods + added};
}
