import type {Selector} from '../../model/row.ts';

type Expression = Selector['matchExpressions'][number];

const OPERATORS: Readonly<Record<string, string>> = {'=': 'In', '==': 'In', '!=': 'NotIn'};

/**
 * `a=b,c!=d,e,!f` as kubectl's `-l` reads it (equality-based requirements, and existence), as a selector. What is no
 * condition is left out and told.
 */
export function parseLabels(text: string): {readonly selector: Selector; readonly problem?: string} {
	const matchExpressions: Expression[] = [];
	let problem: string | undefined;
	for (const part of text.split(',').map(piece => piece.trim())) {
		if (part === '') continue;
		const expression = expressionOf(part);
		if (expression === undefined) problem ??= `\`${part}\` is no label: write key=value, key!=value, key or !key`;
		else matchExpressions.push(expression);
	}
	const selector = {matchLabels: {}, matchExpressions};
	return problem === undefined ? {selector} : {selector, problem};
}

function expressionOf(part: string): Expression | undefined {
	const [, not, key, sign, value] = /^(!?)([\w./-]+)(?:\s*(==|=|!=)\s*([\w.-]*))?$/.exec(part) ?? [];
	if (key === undefined) return undefined;
	if (sign === undefined) return {key, operator: not === '!' ? 'DoesNotExist' : 'Exists', values: []};
	return not === '!' ? undefined : {key, operator: OPERATORS[sign] ?? sign, values: [value ?? '']};
}
