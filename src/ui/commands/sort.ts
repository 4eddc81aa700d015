import type {Command} from '../desk.ts';

/** Sorts by a column, and the other way round when it is sorted by it already. */
const by =
	(column: string): Command =>
	desk => {
		if (desk.table?.sortBy(column) === false) desk.say(`this list has no column ${column}`);
	};

export const sortCommands = {
	'sort-by-name': by('name'),
	'sort-by-age': by('age'),
	'sort-by-status': by('status'),
	'sort-by-namespace': by('namespace'),
	'sort-by-cpu': by('cpu'),
	'sort-by-memory': by('memory'),
	'sort-by-ready': by('ready'),
	'sort-by-restarts': by('restarts'),
	'sort-by-ip': by('ip'),
	'sort-left': desk => desk.table?.sortStep(-1),
	'sort-right': desk => desk.table?.sortStep(1),
	'sort-flip': desk => desk.table?.sortFlip(),
} satisfies Record<string, Command>;
