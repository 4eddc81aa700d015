import type {Law} from '../project.ts';
import type {Import, Module} from '../read-module.ts';

/** Folders and files of `src`. */
type Homes = readonly string[];

const EVERYWHERE: Homes = [''];
/** Where the program meets files, other processes and the network. */
const OUTSIDE: Homes = ['platform', 'kube', 'sim'];
const SCREEN: Homes = ['ui', 'modes/dashboard'];

/** Which package may be imported where. What is not here is imported nowhere. */
const PACKAGES: Readonly<Record<string, Homes>> = {
	react: SCREEN,
	ink: SCREEN,
	zustand: ['session', 'ui'],
	yaml: ['kube'],
	ws: ['kube'],
	pg: ['platform'],
	'@kubernetes/client-node': ['kube'],
	'node:fs': OUTSIDE,
	'node:http': OUTSIDE,
	'node:https': OUTSIDE,
	'node:net': OUTSIDE,
	'node:tls': OUTSIDE,
	'node:zlib': OUTSIDE,
	'node:crypto': OUTSIDE,
	'node:child_process': OUTSIDE,
	'node:os': ['platform', 'cli'],
	'node:timers': ['platform', 'kube/reflector/slice.ts', 'kube/log-tail/turns.ts'],
	'node:path': EVERYWHERE,
	'node:url': EVERYWHERE,
	'node:util': EVERYWHERE,
	'node:events': EVERYWHERE,
	'node:stream': EVERYWHERE,
	'node:buffer': EVERYWHERE,
	'node:string_decoder': EVERYWHERE,
};

/** Their types cost nothing at run time and are the words of the trade. */
const TYPES_EVERYWHERE = ['@kubernetes/client-node'];

export const homes: Law = {
	title: 'packages and Node modules are imported only where they belong',
	violations: ({modules}) => modules.flatMap(module => module.imports.flatMap(found => wrongOf(module, found))),
};

function wrongOf({path}: Module, {specifier, target, typeOnly}: Import): string[] {
	if (specifier === undefined || target !== undefined) return [];
	const name = packageOf(specifier);
	if (typeOnly && TYPES_EVERYWHERE.includes(name)) return [];
	const folders = Object.hasOwn(PACKAGES, name) ? PACKAGES[name] : undefined;
	if (folders === undefined) return [`${path} imports ${specifier}, which has no home`];
	if (folders.some(home => home === '' || `${path}/`.startsWith(`src/${home}/`))) return [];
	return [`${path} imports ${specifier}, whose home is ${folders.join(', ')}`];
}

/** `zustand/vanilla` → `zustand`, `node:fs/promises` → `node:fs`, `@scope/name/deep` → `@scope/name`. */
function packageOf(specifier: string): string {
	return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
