import type {Law} from '../project.ts';
import type {Import, Module} from '../read-module.ts';

const BELOW_SESSION = ['diagnosis', 'services', 'telemetry', 'kinds', 'store', 'keymap', 'platform', 'model', 'lib'];

/** Which folder of `src` may import from which others, as src/ARCHITECTURE.md has it. Itself is understood. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
	lib: [],
	model: ['lib'],
	platform: ['lib'],
	keymap: ['lib'],
	terminal: ['lib'],
	sim: ['lib'],
	kinds: ['model', 'lib'],
	telemetry: ['model', 'lib'],
	store: ['model', 'lib'],
	kube: ['model', 'lib', 'platform'],
	services: ['kinds', 'telemetry', 'model', 'lib'],
	diagnosis: ['services', 'telemetry', 'kinds', 'model', 'lib'],
	describe: ['diagnosis', 'services', 'telemetry', 'kinds', 'model', 'lib'],
	session: ['kube', ...BELOW_SESSION],
	ui: ['store', 'describe', 'diagnosis', 'services', 'telemetry', 'kinds', 'keymap', 'terminal', 'model', 'lib'],
	modes: ['ui', 'session', 'sim', 'terminal', ...BELOW_SESSION],
	cli: ['modes', 'platform', 'lib'],
};

/** And these for their types only: nothing of it is there at run time. */
const MAY_IMPORT_TYPES: Readonly<Record<string, readonly string[]>> = {
	ui: ['session'],
};

export const layers: Law = {
	title: 'a layer imports only from the layers it may know, types too',
	violations: ({modules}) => modules.flatMap(module => module.imports.flatMap(found => wrongOf(module, found))),
};

function wrongOf({path}: Module, {specifier, target, typeOnly}: Import): string[] {
	if (specifier === undefined) return [`${path} imports a path that is only known at run time`];
	if (target === undefined) return [];
	const from = layerOf(path);
	const to = layerOf(target);
	const allowed = MAY_IMPORT[from];
	if (allowed === undefined) return [`${path} is in no known layer`];
	if (to === from || allowed.includes(to)) return [];
	if (!MAY_IMPORT_TYPES[from]?.includes(to)) return [`${path} imports ${target}: ${from} may not know ${to}`];
	return typeOnly ? [] : [`${path} imports ${target}: ${from} may know only types of ${to}`];
}

/** `src/kinds/contract.ts` → `kinds`; what is elsewhere keeps its path, and no layer may know it. */
function layerOf(path: string): string {
	return /^src\/([^/]+)\//.exec(path)?.[1] ?? path;
}
