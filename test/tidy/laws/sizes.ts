import {basename} from 'node:path';
import type {Law} from '../project.ts';

/** What is read in one go; longer files hold two ideas. */
const LINES_MAX = 300;

export const sizes: Law = {
	title: `no file is longer than ${LINES_MAX} lines, generated ones and examples aside`,
	violations: ({files}) =>
		[...files].flatMap(([path, text]) => {
			const lines = text.trimEnd().split('\n').length;
			const exempt = basename(path) === 'examples.ts' || text.startsWith('// Generated ');
			return lines > LINES_MAX && !exempt ? [`${path} has ${lines} lines`] : [];
		}),
};
