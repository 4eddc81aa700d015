/** As long as restarts are counted. */
export const LATELY_MS = 10 * 60_000;
