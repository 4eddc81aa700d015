import type {ServerResponse} from 'node:http';
import {cutStream, type CutKind} from './cut.ts';

/** A log that is followed. */
export interface Follower {
	readonly response: ServerResponse;
	/** The first half of the line that comes next. */
	readonly half: () => Buffer;
	/** Forgets its timer. */
	readonly close: () => void;
}

/** All logs that are followed. */
export interface Followers {
	add(follower: Follower): void;
	/** Ends all of them: properly, by a TCP reset, or after half a line. */
	cut(how: CutKind): void;
}

export function createFollowers(): Followers {
	const open = new Set<Follower>();
	return {
		add(follower) {
			open.add(follower);
			follower.response.once('close', () => {
				open.delete(follower);
				follower.close();
			});
		},
		cut(how) {
			for (const {response, half, close} of open) {
				close();
				cutStream(response, how, half());
			}
			open.clear();
		},
	};
}
