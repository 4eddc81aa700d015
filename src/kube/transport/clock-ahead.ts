/** The header has whole seconds, and an answer takes its time: less than this is no difference. */
const NOTICED_MS_MIN = 3000;

/**
 * How far the clock of a server is ahead of ours, in milliseconds, by the `Date` header of an answer (RFC 9110 6.6.1): 0 when it is
 * next to nothing. Undefined when the header says nothing.
 * @param sentAt when the request was sent, by our clock
 * @param answeredAt when its head came
 */
export function clockAheadOf(date: string | undefined, sentAt: number, answeredAt: number): number | undefined {
	const told = Date.parse(date ?? '');
	if (Number.isNaN(told)) return undefined;
	// It was written somewhere between the two, and cut to its second.
	const aheadMs = told + 500 - (sentAt + answeredAt) / 2;
	return Math.abs(aheadMs) < NOTICED_MS_MIN + (answeredAt - sentAt) / 2 ? 0 : Math.round(aheadMs);
}
