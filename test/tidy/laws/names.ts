import type {Law} from '../project.ts';

/** A reader of the folder sees these, and nothing else that is not hidden or built. */
const TOP_LEVEL = ['LICENSE', 'README.md', 'bin', 'package-lock.json', 'package.json', 'src', 'test', 'tsconfig.json'];
const NOT_KEPT = ['dist', 'node_modules'];

/** Names that say nothing about what is inside. */
const EMPTY_WORDS = /^(utils?|helpers?|common|managers?|misc|shared)$/i;

export const names: Law = {
	title: 'names say what is inside',
	violations: ({files, topLevel}) => [
		...[...files.keys()].filter(saysNothing).map(path => `${path} is named after nothing`),
		...topLevel
			.filter(name => ![...TOP_LEVEL, ...NOT_KEPT].includes(name))
			.map(name => `${name} does not belong at the top`),
	],
};

/** Folders, and each word of a file's name. */
function saysNothing(path: string): boolean {
	return path.split(/[/.-]/).some(word => EMPTY_WORDS.test(word));
}
