import {NOTHING} from '../../../kinds/columns.ts';
import type {Column, Facts} from '../../../kinds/contract.ts';
import type {ConnectionSummary} from '../../../model/connections.ts';
import type {Row} from '../../../model/row.ts';
import type {ServiceRow} from '../../../services/service-row.ts';
import {connectionTone} from '../../database/tones.ts';
import {countWords} from '../../database/words.ts';

/**
 * `87/97 !`: connections to the database server of a service against what that allows, held now where that is measured, else those of
 * full pools. All services of one server say the same: they run out together.
 */
export const connectionColumn: Column<ServiceRow> = {
	id: 'connections',
	title: 'DB CONN',
	titleShort: 'DB',
	align: 'right',
	width: {min: 6, max: 12},
	priority: 4.6,
	shorten: text => text.replace(/ !$/, ''),
	value(service, facts) {
		const summary = facts.connectionsOf(service);
		const amount = amountOf(summary);
		if (summary === undefined || amount === undefined) return NOTHING;
		const warning = toneOf(summary) === undefined ? '' : ' !';
		return `${countWords(amount, summary)}/${summary.usable ?? '?'}${warning}`;
	},
	tone: (service, facts) => toneOf(facts.connectionsOf(service)),
	sort: shareOf,
};

function amountOf(summary: ConnectionSummary | undefined): number | undefined {
	return summary?.used ?? summary?.wanted;
}

function toneOf(summary: ConnectionSummary | undefined): 'doomed' | 'struggling' | undefined {
	if (summary === undefined) return undefined;
	const tone = connectionTone(amountOf(summary), summary.usable);
	return summary.isOver ? 'doomed' : tone;
}

/** Below zero where nothing is known, so that it is not mixed with what is free. */
function shareOf(row: Row, facts: Facts): number {
	const summary = facts.connectionsOf(row);
	const amount = amountOf(summary);
	return amount === undefined || summary?.usable === undefined ? -1 : amount / Math.max(summary.usable, 1);
}
