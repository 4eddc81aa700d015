import {shelves} from '../../../.build/shelves.ts';
import type {Law} from '../project.ts';

export const strangers: Law = {
	title: 'the entries of a shelf do not know each other',
	violations: ({modules}) =>
		modules.flatMap(({path, imports}) =>
			imports.flatMap(({target}) => {
				const from = entryOf(path);
				const to = target === undefined ? undefined : entryOf(target);
				const strange =
					from !== undefined && to !== undefined && from.shelf === to.shelf && from.name !== to.name;
				return strange ? [`${path} imports ${target}: another entry of ${from.shelf}`] : [];
			}),
		),
};

function entryOf(path: string): {readonly shelf: string; readonly name: string} | undefined {
	const shelf = shelves.find(({folder}) => path.startsWith(`${folder}/`))?.folder;
	if (shelf === undefined) return undefined;
	const [name, ...rest] = path.slice(shelf.length + 1).split('/');
	return name === undefined || rest.length === 0 ? undefined : {shelf, name};
}
