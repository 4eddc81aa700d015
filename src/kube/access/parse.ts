import {messageOf} from '../../lib/failure.ts';
import {type KubeconfigFile, kubeconfigFile} from './kubeconfig.ts';
import type {ShapeProblem} from './shape.ts';

/** A file with more aliases than this is a bomb: a handful is what people write. */
const ALIASES_MAX = 100;

/** Tags of YAML 1.1 that Go's reader, and so kubectl, leaves as text: 12:30 and 2020-01-01 are names there. */
const TEXT_IN_GO = new Set([
	'tag:yaml.org,2002:timestamp',
	'tag:yaml.org,2002:binary',
	'tag:yaml.org,2002:omap',
	'tag:yaml.org,2002:pairs',
	'tag:yaml.org,2002:set',
]);

export type Parsed = {readonly value: KubeconfigFile} | {readonly problem: string};

/**
 * Reads a kubeconfig as kubectl does: JSON when it begins with a brace, else YAML 1.1, of which the first document counts.
 * The problem is the rest of a sentence about the file: `is not valid YAML at line 3: …`.
 */
export async function parseKubeconfig(source: string): Promise<Parsed> {
	const bare = source.replace(/^\uFEFF/, '');
	try {
		if (bare.trimStart().startsWith('{')) return check(JSON.parse(bare), () => undefined);
	} catch {
		// Flow style YAML begins like that, too.
	}
	const {parseAllDocuments} = await import('yaml');
	try {
		const documents = parseAllDocuments(bare, {
			version: '1.1',
			uniqueKeys: false,
			logLevel: 'silent',
			prettyErrors: true,
			customTags: tags =>
				tags.filter(tag => typeof tag === 'string' || !(TEXT_IN_GO.has(tag.tag) || tag.format === 'TIME')),
		});
		const document = Array.isArray(documents) ? documents[0] : undefined;
		if (document === undefined) return {value: {}};
		const error = document.errors[0];
		if (error !== undefined) {
			return {problem: `is not valid YAML at line ${error.linePos?.[0].line ?? 1}: ${firstLine(error.message)}`};
		}
		return check(document.toJS({maxAliasCount: ALIASES_MAX}), path => {
			const node = document.getIn(path, true);
			const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
			return Array.isArray(range) ? lineAt(bare, Number(range[0])) : undefined;
		});
	} catch (error) {
		// Aliases without end, or brackets nested by the thousand.
		return {problem: `is not valid YAML: ${firstLine(messageOf(error))}`};
	}
}

function check(document: unknown, lineOf: (path: ShapeProblem['path']) => number | undefined): Parsed {
	const problems: ShapeProblem[] = [];
	const value = kubeconfigFile(document, [], problems) ?? {};
	const problem = problems[0] ?? strangerIn(value);
	if (problem === undefined) return {value};
	if (problem.path.length === 0) return {problem: `is not a kubeconfig: it ${problem.message}`};
	const line = lineOf(problem.path);
	return {
		problem: `is not a kubeconfig: ${dotted(problem.path)}${line === undefined ? '' : ` (line ${line})`} ${problem.message}`,
	};
}

/** What is well formed and yet no kubeconfig: another object of Kubernetes, or two entries of one name, which kubectl refuses. */
function strangerIn(value: KubeconfigFile): ShapeProblem | undefined {
	if (value.kind !== undefined && value.kind !== 'Config')
		return {path: ['kind'], message: `must be Config, not ${value.kind}`};
	if (value.apiVersion !== undefined && value.apiVersion !== 'v1') {
		return {path: ['apiVersion'], message: `must be v1, not ${value.apiVersion}`};
	}
	for (const part of ['clusters', 'users', 'contexts'] as const) {
		const seen = new Set<string | undefined>();
		for (const [index, {name}] of (value[part] ?? []).entries()) {
			if (seen.has(name)) return {path: [part, index], message: `repeats the name ${name ?? '""'}`};
			seen.add(name);
		}
	}
	return undefined;
}

function dotted(path: ShapeProblem['path']): string {
	return path
		.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
		.join('');
}

function lineAt(source: string, offset: number): number {
	return source.slice(0, offset).split('\n').length;
}

/** The parser adds an excerpt below its message; the line number says enough. */
function firstLine(message: string): string {
	return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}
