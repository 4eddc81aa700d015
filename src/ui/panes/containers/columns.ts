import type {Column} from '../../../kinds/contract.ts';
import {ago, nameColumn, NOTHING, orNothing} from '../../../kinds/columns.ts';
import type {ContainerRow} from '../../../model/pod.ts';
import {exitMeaning, exitName} from '../../../model/exit-code.ts';
import {formatCpu, formatMemory} from '../../../model/quantity.ts';
import type {Row} from '../../../model/row.ts';

/** A container as a row of its own; its age is that of its run. */
export interface ContainerLine extends Row {
	readonly container: ContainerRow;
}

export const containerColumns: readonly Column<ContainerLine>[] = [
	nameColumn,
	{id: 'role', title: 'ROLE', width: {min: 4, max: 7}, priority: 6, value: ({container}) => container.role},
	{
		id: 'ready',
		title: 'READY',
		width: {min: 5, max: 5},
		priority: 2,
		value: ({container}) => (container.ready ? 'yes' : 'no'),
	},
	{
		id: 'status',
		title: 'STATE',
		width: {min: 10, max: 28},
		priority: 2,
		value: ({container}) => (container.reason === '' ? container.state : container.reason),
	},
	{
		id: 'restarts',
		title: 'RST',
		align: 'right',
		width: {min: 3, max: 6},
		priority: 3,
		value: ({container}) => String(container.restarts),
		sort: ({container}) => container.restarts,
	},
	{
		id: 'lastExit',
		title: 'LAST EXIT',
		width: {min: 16, max: 70},
		priority: 4,
		value({container}, facts) {
			const exit = container.exit ?? container.lastExit;
			if (exit === undefined) return NOTHING;
			const meaning = exitMeaning(exit);
			return `${exitName(exit)} ${ago(exit.finishedAt, facts)} ago${meaning === '' ? '' : `: ${meaning}`}`;
		},
	},
	amount('cpu', 'CPU LIM', ({limits}) => (limits.cpu === undefined ? NOTHING : formatCpu(limits.cpu))),
	amount('memory', 'MEM LIM', ({limits}) => (limits.memory === undefined ? NOTHING : formatMemory(limits.memory))),
	{
		id: 'ports',
		title: 'PORTS',
		width: {min: 5, max: 24},
		priority: 7,
		value: ({container}) =>
			orNothing(container.ports.map(({port, name}) => (name === '' ? `${port}` : `${name}:${port}`)).join(' ')),
	},
	{
		id: 'image',
		title: 'IMAGE',
		width: {min: 12, max: 90},
		priority: 5,
		value: ({container}) => orNothing(container.image),
	},
	{
		id: 'age',
		title: 'RUNS',
		align: 'right',
		width: {min: 5, max: 6},
		priority: 4,
		value: ({container}, facts) => ago(container.startedAt, facts),
		sort: ({container}, facts) => facts.now - container.startedAt,
	},
];

function amount(id: string, title: string, value: (container: ContainerRow) => string): Column<ContainerLine> {
	return {id, title, align: 'right', width: {min: 7, max: 8}, priority: 8, value: ({container}) => value(container)};
}
