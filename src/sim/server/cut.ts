import type {ServerResponse} from 'node:http';

export type CutKind = 'clean' | 'reset' | 'mid-line';

/** Ends an answer that goes on: properly, by a TCP reset, or after `half` of a line. */
export function cutStream(response: ServerResponse, how: CutKind, half: string | Buffer): void {
	if (how === 'reset') response.socket?.resetAndDestroy();
	else if (how === 'mid-line') response.write(half, () => response.destroy());
	else response.end();
}
