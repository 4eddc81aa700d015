/** What is in flight. Tests wait until it is empty, never for time; a plain frame is printed when it is. */
export interface Ledger {
	/** Notes that something has begun, before it begins; the function that comes back ends it, once. */
	begin(what: string): () => void;
	readonly busy: readonly string[];
	/** Resolves as soon as nothing is in flight. */
	whenIdle(): Promise<void>;
}

export function createLedger(): Ledger {
	const open = new Map<symbol, string>();
	let waiting: (() => void)[] = [];
	return {
		begin(what) {
			const key = Symbol(what);
			open.set(key, what);
			return () => {
				if (!open.delete(key) || open.size > 0) return;
				const woken = waiting;
				waiting = [];
				for (const wake of woken) wake();
			};
		},
		get busy() {
			return [...open.values()];
		},
		whenIdle() {
			return open.size === 0 ? Promise.resolve() : new Promise(resolve => waiting.push(resolve));
		},
	};
}
