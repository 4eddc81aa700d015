import type {ServerResponse} from 'node:http';
import {cutStream, type CutKind} from './cut.ts';

/** An open watch. */
export interface Watcher {
	readonly response: ServerResponse;
	/** Undefined when the client takes none. */
	readonly bookmark: (() => void) | undefined;
	/** Forgets its timers and listeners. */
	readonly close: () => void;
}

/** All open watches. */
export interface Watchers {
	add(watcher: Watcher): void;
	bookmark(): void;
	sendLine(line: string): void;
	/** Ends all of them: properly, by a TCP reset, or after half an event. */
	cut(how: CutKind): void;
}

export function createWatchers(): Watchers {
	const open = new Set<Watcher>();
	return {
		add(watcher) {
			open.add(watcher);
			watcher.response.once('close', () => {
				open.delete(watcher);
				watcher.close();
			});
		},
		bookmark() {
			for (const {bookmark} of open) bookmark?.();
		},
		sendLine(line) {
			for (const {response} of open) response.write(`${line}\n`);
		},
		cut(how) {
			for (const {response, close} of open) {
				close();
				cutStream(response, how, '{"type":"MODIFIED","object":{"kind":"Po');
			}
			open.clear();
		},
	};
}
