import type {PaintedPane} from '../../contract.ts';
import {headLines} from '../../database/head-lines.ts';
import {noDatabases} from '../../database/no-databases.ts';
import {type DatabaseArgument, databaseOf} from '../../open/database.ts';
import {headOf, sentence} from '../../requests/head.ts';

const INDENT = '   ';

/** What a database server allows against what its services may want of it, and what that would be with other numbers. */
const databaseHead: PaintedPane = {
	id: 'database-head',
	shape: 'painted',
	title: ({argument}) => (argument as DatabaseArgument).label,
	paint(input, {width, height}, theme) {
		const {label, whatIf} = input.argument as DatabaseArgument;
		const state = databaseOf(input.argument as DatabaseArgument, input);
		if (state === undefined) {
			const gone = `no service uses ${label} any more`;
			return headOf(sentence(noDatabases(input) ?? gone, {width, theme}), height, {width, theme});
		}
		const room = {width: Math.max(width - INDENT.length - 1, 0), theme};
		return headLines(state, whatIf, height, room).map(line => [{text: INDENT}, ...line]);
	},
};

export default databaseHead;
