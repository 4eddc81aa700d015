/**
 * Compares names as people count: `db-9` before `db-10`. Runs of digits compare by their number, everything else by
 * UTF-16 units, which for the names of Kubernetes is the alphabet. Negative, zero or positive.
 */
export function compareNatural(a: string, b: string): number {
	const length = Math.min(a.length, b.length);
	let at = 0;
	while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
	const start = digitsStart(a, at);
	// The difference lies in a number only when both go on, or went on, with a digit.
	const numberA = digitsAt(a, start);
	const numberB = digitsAt(b, start);
	if (numberA !== '' && numberB !== '') {
		const order = numberA.length - numberB.length || compareUnits(numberA, numberB);
		if (order !== 0) return order;
	}
	return compareUnits(a, b);
}

/** Order of UTF-16 units; many times faster than a collator, and the same on every machine. */
export function compareUnits(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function digitsStart(text: string, at: number): number {
	let start = at;
	while (start > 0 && isDigit(text.charCodeAt(start - 1))) start--;
	return start;
}

/** The digits from there on, without leading zeros but at least one when there is a digit. */
function digitsAt(text: string, start: number): string {
	let end = start;
	while (end < text.length && isDigit(text.charCodeAt(end))) end++;
	let first = start;
	while (first < end - 1 && text.charCodeAt(first) === 0x30) first++;
	return text.slice(first, end);
}

function isDigit(unit: number): boolean {
	return unit >= 0x30 && unit <= 0x39;
}
