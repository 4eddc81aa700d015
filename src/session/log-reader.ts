import type {LogWish} from '../diagnosis/log-wishes.ts';
import {readLogEnd} from '../kube/log-end.ts';
import type {Transport} from '../kube/ports.ts';
import type {Fault} from '../model/connection.ts';
import {type LastWords, readLastWords} from '../telemetry/last-words.ts';
import {isRefusal} from '../telemetry/log-lines.ts';
import type {Ledger} from './ledger.ts';

/** Reads the ends of logs that the diagnosis asks for, each run of a container once. */
export interface LogReader {
	/** By `pod uid/container`; a new map when something was read. Words are kept when their pod is gone. */
	readonly lastWords: ReadonlyMap<string, LastWords>;
	/** The right that is missing to read logs, once that is known. */
	readonly forbidden: string | undefined;
	/** Reads what is new among the wishes. */
	want(wishes: readonly LogWish[]): void;
	stop(): void;
}

/** At once: a namespace that crashes as a whole must not keep the server busy with us. */
const READS_MAX = 4;

/** Ends that are kept, of 20 short lines each; beyond, the oldest go. */
const WORDS_MAX = 500;

export function createLogReader(options: {
	readonly transport: Transport;
	readonly ledger: Ledger;
	/** Called when there are new words. */
	readonly wake: () => void;
}): LogReader {
	const {transport, ledger, wake} = options;
	const stopped = new AbortController();
	/** The run whose log was asked for last, by container. */
	const asked = new Map<string, string>();
	let waiting: LogWish[] = [];
	let reading = 0;
	let forbidden: string | undefined;
	let lastWords: ReadonlyMap<string, LastWords> = new Map();

	const keep = (key: string, words: LastWords): void => {
		const next = new Map(lastWords);
		next.delete(key);
		next.set(key, words);
		for (const oldest of next.keys()) {
			if (next.size <= WORDS_MAX) break;
			next.delete(oldest);
			asked.delete(oldest);
		}
		lastWords = next;
		wake();
	};
	const read = async (wish: LogWish): Promise<void> => {
		const {pod, container, previous} = wish;
		const done = ledger.begin(`log ${pod.name}/${container}`);
		reading += 1;
		try {
			const target = {namespace: pod.namespace, pod: pod.name, container};
			let end = await readLogEnd(transport, {...target, previous}, stopped.signal);
			// The kubelet has thrown the run before away; what is there may tell the same.
			if (previous && ('fault' in end ? isGone(end.fault) : isRefusal(end.text)))
				end = await readLogEnd(transport, {...target, previous: false}, stopped.signal);
			if (stopped.signal.aborted) return;
			if ('text' in end) keep(keyOf(wish), readLastWords(end.text));
			else if (end.fault.kind === 'forbidden') forbidden = end.fault.permission ?? 'get pods/log';
		} finally {
			reading -= 1;
			done();
			next();
		}
	};
	const next = (): void => {
		while (reading < READS_MAX && !stopped.signal.aborted) {
			const wish = waiting.shift();
			if (wish === undefined) return;
			void read(wish);
		}
	};

	return {
		get lastWords() {
			return lastWords;
		},
		get forbidden() {
			return forbidden;
		},
		want(wishes) {
			if (stopped.signal.aborted) return;
			for (const wish of wishes) {
				const key = keyOf(wish);
				if (asked.get(key) === wish.run) continue;
				asked.set(key, wish.run);
				waiting = waiting.filter(other => keyOf(other) !== key);
				waiting.push(wish);
			}
			next();
		},
		stop() {
			stopped.abort();
			waiting = [];
		},
	};
}

/** A 400 or 404 of the API, which has no kind of its own: `previous terminated container "x" in pod "y" not found`. */
function isGone({kind, message}: Fault): boolean {
	return kind === 'missing' || /not found/.test(message);
}

function keyOf({pod, container}: LogWish): string {
	return `${pod.uid}/${container}`;
}
