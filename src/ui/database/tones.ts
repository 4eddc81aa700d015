/** From this share of what a server allows on, little is left for a burst. */
const NEARLY_FULL = 0.8;

/** How near a number of connections is to what the server allows: all of it taken is as bad as more. */
export function connectionTone(
	value: number | undefined,
	usable: number | undefined,
): 'doomed' | 'struggling' | undefined {
	if (value === undefined || usable === undefined) return undefined;
	if (value >= usable) return 'doomed';
	return value >= NEARLY_FULL * usable ? 'struggling' : undefined;
}
