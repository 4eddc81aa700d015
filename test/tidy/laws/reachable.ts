import type {Law} from '../project.ts';

/** Examples are part of the program's documentation and are run by the tests. */
const isStart = (path: string): boolean => path === 'src/cli/main.ts' || path.endsWith('/examples.ts');

export const reachable: Law = {
	title: 'everything in src is part of the program',
	violations({modules}) {
		const known = new Map(modules.map(module => [module.path, module]));
		const waiting = [...known.keys()].filter(isStart);
		const reached = new Set(waiting);
		for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
			for (const {target} of known.get(path)?.imports ?? []) {
				if (target === undefined || reached.has(target)) continue;
				reached.add(target);
				waiting.push(target);
			}
		}
		return [
			...[...known.keys()].filter(path => !reached.has(path)).map(path => `${path} is not used by the program`),
			...[...reached]
				.filter(path => path.startsWith('src/') && !known.has(path))
				.map(path => `${path} is imported and not there`),
		];
	},
};
