/** `a`, `a and b`, `a, b and 3 more`: lists of names in sentences. */
export function listed(items: readonly string[], itemsMax = 4): string {
	const shown = items.length > itemsMax ? items.slice(0, itemsMax - 1) : items;
	const rest = items.length - shown.length;
	const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
	const last = parts.at(-1) ?? '';
	return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** `1 pod`, `3 pods`. */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A text of the cluster on one line, cut with an ellipsis: it may be a whole page. */
export function oneLine(text: string, charsMax: number): string {
	// Cut first: there is no need to look through all of a page.
	const line = text
		.slice(0, 2 * charsMax)
		.replaceAll(/\s+/g, ' ')
		.trim();
	return line.length <= charsMax && text.length <= 2 * charsMax ? line : `${line.slice(0, charsMax - 1).trimEnd()}…`;
}

/** What of a message fits into evidence: enough for the chain of wrapped errors of a container runtime. */
export function quoted(message: string): string {
	return oneLine(message, 600);
}
