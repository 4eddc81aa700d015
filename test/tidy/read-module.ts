import {posix} from 'node:path';
import {parseSync, Visitor} from 'rolldown/utils';

export interface Import {
	/** As written: `./pod.ts`, `react`, `node:fs`. Undefined for `import()` of what is only known at run time. */
	readonly specifier: string | undefined;
	/** For a relative one, the path from the project's folder. */
	readonly target: string | undefined;
	/** Nothing of it is left at run time. */
	readonly typeOnly: boolean;
}

export interface Module {
	/** From the project's folder: `src/lib/clock.ts`. */
	readonly path: string;
	readonly imports: readonly Import[];
	/** What it takes from its surroundings by name instead of as an argument: `Date.now`, `process`. */
	readonly ambient: readonly string[];
}

/** Reads imports and ambient names from the syntax tree, so that comments and texts do not count. Throws when the text does not parse. */
export function readModule(path: string, text: string): Module {
	const {program, errors} = parseSync(path, text);
	if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`);
	const imports: Import[] = [];
	const add = (specifier: string | undefined, typeOnly: boolean): void => {
		const target = specifier?.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined;
		imports.push({specifier, target, typeOnly});
	};
	const names = new Set<string>();
	/** Where an identifier names a member and not a variable. */
	const members = new Set<number>();
	new Visitor({
		ImportDeclaration: node => add(node.source.value, node.importKind === 'type'),
		ExportAllDeclaration: node => add(node.source.value, node.exportKind === 'type'),
		ExportNamedDeclaration: node => {
			if (node.source) add(node.source.value, node.exportKind === 'type');
		},
		ImportExpression: node => {
			const {source} = node;
			add(source.type === 'Literal' && typeof source.value === 'string' ? source.value : undefined, false);
		},
		TSImportType: node => add(node.source.value, true),
		MemberExpression: node => {
			if (node.computed) return;
			members.add(node.property.start);
			if (node.object.type === 'Identifier') names.add(`${node.object.name}.${node.property.name}`);
		},
		NewExpression: node => {
			if (node.callee.type === 'Identifier' && node.arguments.length === 0)
				names.add(`new ${node.callee.name}()`);
		},
		Property: node => {
			if (!node.shorthand) members.add(node.key.start);
		},
		MethodDefinition: node => void members.add(node.key.start),
		PropertyDefinition: node => void members.add(node.key.start),
		TSPropertySignature: node => void members.add(node.key.start),
		TSMethodSignature: node => void members.add(node.key.start),
		Identifier: node => {
			if (!members.has(node.start)) names.add(node.name);
		},
	}).visit(program);
	return {path, imports, ambient: AMBIENT.filter(name => names.has(name))};
}

/** Time, chance and the outside, as Node offers them to everybody. `new Date(0)` and `Date.UTC` are none of these. */
const AMBIENT = [
	'Date.now',
	'new Date()',
	'performance',
	'setTimeout',
	'setInterval',
	'setImmediate',
	'AbortSignal.timeout',
	'Math.random',
	'crypto',
	'process',
	'console',
	'globalThis',
	'require',
];
