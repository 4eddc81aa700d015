import {shelves, type Shelf} from '../../../.build/shelves.ts';
import type {Law, Project} from '../project.ts';

export const completeEntries: Law = {
	title: 'every entry of a shelf has an index.ts, and examples.ts where the shelf runs them',
	violations: project => shelves.flatMap(shelf => missingOf(shelf, project)),
};

function missingOf({folder, withoutExamples}: Shelf, {files}: Project): string[] {
	const inside = [...files.keys()].filter(path => path.startsWith(`${folder}/`));
	const paths = inside.map(path => path.slice(folder.length + 1)).filter(path => path.includes('/'));
	const entries = new Set(paths.map(path => path.slice(0, path.indexOf('/'))));
	const wanted = withoutExamples ? ['index.ts'] : ['index.ts', 'examples.ts'];
	return [...entries]
		.flatMap(entry => wanted.map(name => `${folder}/${entry}/${name}`))
		.filter(path => !files.has(path))
		.map(path => `${path} is missing`);
}
