/** How a run of checks ended. */
export interface Tally {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
}

export function addTallies(a: Tally, b: Tally): Tally {
	return {passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped};
}

/** The line that people and machines look for at the very end: `12 passed, 0 failed`. */
export function closingLine({passed, failed, skipped}: Tally): string {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
