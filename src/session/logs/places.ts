import type {Cancel, Clock} from '../../lib/clock.ts';

/** A number of places that many want, of whom some come first. */
export interface Places {
	/** Resolves once there is a place, with what frees it, or with undefined when the signal aborts before. */
	take(asker: Asker, signal: AbortSignal): Promise<(() => void) | undefined>;
	isWaiting(asker: Asker): boolean;
	/** Somebody comes first now, or no longer. */
	review(): void;
	stop(): void;
}

export interface Asker {
	readonly isFirst: () => boolean;
	/** Another one waits for its place: it is to be freed, and asked for again at the end of the line. */
	giveUp(): void;
	/** It has to wait for a place. */
	onWait(): void;
}

/** Who has had a place for so long gives it up when others wait: the lines of ten seconds cost little more than the asking. */
const HELD_MS = 10_000;

interface Holder {
	readonly asker: Asker;
	readonly since: number;
	isLeaving: boolean;
}

interface Waiter {
	readonly asker: Asker;
	readonly enter: () => void;
}

/** Who comes first gets the place of somebody else at once; among the same sort everybody has a place for ten seconds in turn. */
export function createPlaces(count: number, clock: Clock): Places {
	/** In the order in which they came. */
	const holders = new Set<Holder>();
	let waiters: readonly Waiter[] = [];
	let cancelTimer: Cancel | undefined;

	const hold = (asker: Asker): (() => void) => {
		const holder: Holder = {asker, since: clock.now(), isLeaving: false};
		holders.add(holder);
		return () => {
			if (holders.delete(holder)) review();
		};
	};
	const inOrder = (): readonly Waiter[] => [
		...waiters.filter(({asker}) => asker.isFirst()),
		...waiters.filter(({asker}) => !asker.isFirst()),
	];
	const review = (): void => {
		cancelTimer?.();
		cancelTimer = undefined;
		while (holders.size < count) {
			const next = inOrder()[0];
			if (next === undefined) return;
			waiters = waiters.filter(other => other !== next);
			next.enter();
		}
		if (waiters.length > 0) makeRoom();
	};
	const makeRoom = (): void => {
		const now = clock.now();
		let leaving = [...holders].filter(({isLeaving}) => isLeaving).length;
		const asked: Holder[] = [];
		for (const {asker} of inOrder()) {
			if (leaving-- > 0) continue;
			const staying = [...holders].filter(({isLeaving}) => !isLeaving);
			const isFirst = asker.isFirst();
			const isLong = ({since}: Holder): boolean => now - since >= HELD_MS;
			const other = staying.find(holder => !holder.asker.isFirst() && (isFirst || isLong(holder)));
			const found = other ?? (isFirst ? staying.find(isLong) : undefined);
			if (found === undefined) break;
			found.isLeaving = true;
			asked.push(found);
		}
		const soonest = Math.min(...[...holders].filter(({isLeaving}) => !isLeaving).map(({since}) => since + HELD_MS));
		if (soonest > now && soonest < Infinity) cancelTimer = clock.after(soonest - now, review);
		for (const {asker} of asked) asker.giveUp();
	};
	return {
		async take(asker, signal) {
			if (holders.size < count && waiters.length === 0) return hold(asker);
			return new Promise(resolve => {
				const leave = (): void => {
					waiters = waiters.filter(other => other !== waiter);
					resolve(undefined);
				};
				const waiter: Waiter = {
					asker,
					enter() {
						signal.removeEventListener('abort', leave);
						resolve(hold(asker));
					},
				};
				signal.addEventListener('abort', leave, {once: true});
				waiters = [...waiters, waiter];
				asker.onWait();
				review();
			});
		},
		isWaiting: asker => waiters.some(waiter => waiter.asker === asker),
		review,
		stop() {
			cancelTimer?.();
			waiters = [];
		},
	};
}
