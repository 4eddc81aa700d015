import {ago, nameColumn, namespaceColumn, orNothing} from '../../../kinds/columns.ts';
import type {Column} from '../../../kinds/contract.ts';
import {kindById} from '../../../kinds/lookup.ts';
import type {Finding} from '../../../model/finding.ts';
import type {Row} from '../../../model/row.ts';
import {VERDICT_MARKS} from '../../../model/verdict.ts';
import {defineTablePane} from '../../contract.ts';
import {blindness} from '../../finding/blindness.ts';

/** A finding as a row; `uid` is its id, the name that of the object. */
interface FindingRow extends Row {
	readonly kind: 'finding';
	readonly finding: Finding;
}

/** All that is wrong in the namespace, causes only, the worst first. */
export default defineTablePane<FindingRow>({
	id: 'findings',
	shape: 'table',
	title: () => 'findings',
	kinds: () => [],
	rows: ({world}) => world.findings.map(rowOf),
	wholeKind: () => undefined,
	columns: () => COLUMNS,
	sortedBy: () => undefined,
	worstFirst: () => false,
	mark: ({finding}) => VERDICT_MARKS[finding.verdict],
	enter: ({finding: {id, title, object}}) => ({
		to: 'pane',
		pane: {id: 'why', argument: {object, finding: {id, title}}},
	}),
	object: ({finding}) => finding.object,
	empty(input) {
		const {phase} = input.world.connection;
		if (phase === 'connecting' || phase === 'listing') return 'still reading the cluster';
		const blind = blindness(input.world);
		return `nothing is wrong${blind.length === 0 ? '' : `, as far as can be seen without ${blind.join(', ')}`}`;
	},
});

function rowOf(finding: Finding): FindingRow {
	const {id, object, since} = finding;
	return {
		kind: 'finding',
		uid: id,
		name: object.name,
		namespace: object.namespace,
		createdAt: since,
		deletedAt: undefined,
		labels: {},
		owner: undefined,
		finding,
	};
}

const COLUMNS: readonly Column<FindingRow>[] = [
	namespaceColumn,
	{...nameColumn, title: 'OBJECT', width: {min: 10, max: 40}},
	{
		id: 'kind',
		title: 'KIND',
		width: {min: 7, max: 24},
		priority: 7,
		value: ({finding: {object}}) => kindById(object.kind)?.objectKind ?? object.kind,
	},
	{
		id: 'status',
		title: 'WHAT IS WRONG',
		width: {min: 44, max: 120},
		priority: 2,
		value: ({finding}) => finding.title,
		tone: ({finding}) => {
			const mark = VERDICT_MARKS[finding.verdict];
			return mark === 'doomed' || mark === 'struggling' ? mark : undefined;
		},
	},
	{
		id: 'extent',
		title: 'HOW FAR',
		width: {min: 12, max: 28},
		priority: 5,
		value: ({finding}) => orNothing(finding.extent),
	},
	{
		id: 'confidence',
		title: 'SURE',
		width: {min: 7, max: 8},
		priority: 6,
		value: ({finding}) => finding.confidence,
	},
	{
		id: 'age',
		title: 'SINCE',
		align: 'right',
		width: {min: 5, max: 6},
		priority: 3,
		value: ({finding}, facts) => ago(finding.since, facts),
		sort: ({finding}, facts) => facts.now - finding.since,
	},
];
