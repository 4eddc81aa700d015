import type {Law} from '../project.ts';

export const cycles: Law = {
	title: 'no module imports itself through others (types aside)',
	violations({modules}) {
		const targetsOf = new Map<string, string[]>();
		for (const {path, imports} of modules) {
			const targets = imports.filter(({typeOnly}) => !typeOnly).map(({target}) => target);
			targetsOf.set(
				path,
				targets.filter(target => target !== undefined),
			);
		}
		const found: string[] = [];
		const finished = new Set<string>();
		const walk = (path: string, trail: readonly string[]): void => {
			const start = trail.indexOf(path);
			if (start >= 0) found.push([...trail.slice(start), path].join(' → '));
			if (start >= 0 || finished.has(path)) return;
			for (const target of targetsOf.get(path) ?? []) walk(target, [...trail, path]);
			finished.add(path);
		};
		for (const path of targetsOf.keys()) walk(path, []);
		return found;
	},
};
