import type {Row} from '../../src/model/row.ts';
import {createJoin, type Join} from '../../src/services/join.ts';
import type {ServiceRow} from '../../src/services/service-row.ts';
import {NOON} from '../support/rows.ts';

/** A join, and the rows that it was given: as the collections would feed it. */
export interface Feed {
	readonly join: Join;
	/** One commit: rows that are new or changed. */
	put(rows: readonly Row[], now?: number): void;
	/** One commit: rows that are gone. */
	drop(rows: readonly Row[], now?: number): void;
	/** One commit without any change. */
	wait(now: number): void;
	/** The one service with this name. */
	service(name?: string): ServiceRow;
}

export function createFeed(): Feed {
	const join = createJoin();
	const rows = new Map<string, Row>();
	return {
		join,
		put(after, now = NOON) {
			const changes = after.map(row => ({before: rows.get(row.uid), after: row}));
			for (const row of after) rows.set(row.uid, row);
			join.apply(changes, now);
		},
		drop(gone, now = NOON) {
			for (const {uid} of gone) rows.delete(uid);
			join.apply(
				gone.map(row => ({before: row, after: undefined})),
				now,
			);
		},
		wait: now => join.apply([], now),
		service(name = 'api') {
			const [found, ...others] = join.services().filter(service => service.name === name);
			if (found === undefined || others.length > 0) throw new Error(`not one service ${name}`);
			return found;
		},
	};
}
