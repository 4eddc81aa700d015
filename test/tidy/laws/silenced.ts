import type {Law} from '../project.ts';

const DIRECTIVE =
	/(?:\/\/|\/\*)\s*((?:oxlint|eslint)-disable|@ts-(?:ignore|expect-error|nocheck)|(?:oxfmt|prettier)-ignore)/;

export const silenced: Law = {
	title: 'no comment silences a tool',
	violations: ({files}) =>
		[...files].flatMap(([path, text]) => {
			const directive = DIRECTIVE.exec(text)?.[1];
			return directive === undefined ? [] : [`${path} says ${directive}`];
		}),
};
