/** Over which time requests are added up. */
export interface RequestWindow {
	readonly id: 'm1' | 'm5' | 'm15';
	readonly title: string;
	readonly durationMs: number;
}

const MINUTE_MS = 60_000;

/** What the home screen shows, and a page when it is opened. */
export const FIRST_WINDOW: RequestWindow = {id: 'm5', title: '5m', durationMs: 5 * MINUTE_MS};

/** In the order in which they follow each other. */
const WINDOWS: readonly RequestWindow[] = [
	FIRST_WINDOW,
	{id: 'm15', title: '15m', durationMs: 15 * MINUTE_MS},
	{id: 'm1', title: '1m', durationMs: MINUTE_MS},
];

/** The one after it; after the last the first. */
export function nextWindow({id}: RequestWindow): RequestWindow {
	const at = WINDOWS.findIndex(window => window.id === id);
	return WINDOWS[(at + 1) % WINDOWS.length] ?? FIRST_WINDOW;
}
