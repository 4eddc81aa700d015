import type {Labels, Selector} from './row.ts';

/**
 * Whether a selector picks what carries these labels, as the API server decides (apimachinery `pkg/labels/selector.go`): every
 * label and every expression must hold. No selector picks nothing, an empty one everything; an operator that we do not know, nothing.
 */
export function selects(selector: Selector | undefined, labels: Labels): boolean {
	if (selector === undefined) return false;
	for (const [key, value] of Object.entries(selector.matchLabels)) {
		if (labelOf(labels, key) !== value) return false;
	}
	return selector.matchExpressions.every(expression => holds(expression, labels));
}

function holds({key, operator, values}: Selector['matchExpressions'][number], labels: Labels): boolean {
	const value = labelOf(labels, key);
	if (operator === 'In') return value !== undefined && values.includes(value);
	// What lacks the label is not in the list either.
	if (operator === 'NotIn') return value === undefined || !values.includes(value);
	if (operator === 'Exists') return value !== undefined;
	return operator === 'DoesNotExist' && value === undefined;
}

/** A label named `constructor` is not there because every object has one. */
function labelOf(labels: Labels, key: string): string | undefined {
	return Object.hasOwn(labels, key) ? labels[key] : undefined;
}
