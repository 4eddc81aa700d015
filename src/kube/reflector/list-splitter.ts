import {createCarry} from './carry.ts';
import {parseObject} from './parse-object.ts';
import {scanValue, type ValueScan} from './value-scan.ts';

/** A part of a list; its value is undefined when it is no JSON, or larger than the bound. */
export interface ListPiece {
	/**
	 * `item`: one element of `items`, without its managed fields. `metadata`: the list's own; it comes before the items for typed kinds,
	 * and behind them for custom resources, which are written with sorted keys.
	 */
	readonly piece: 'item' | 'metadata';
	readonly value: unknown;
}

export interface ListSplitter {
	/** The pieces that end in this chunk. All must be taken before the next chunk. */
	push(chunk: Buffer): Generator<ListPiece, void>;
	/** No chunk follows: the pieces that are left. */
	end(): Generator<ListPiece, void>;
	/** The document has been closed; what follows is ignored. */
	readonly whole: boolean;
}

/**
 * Splits a Kubernetes List document (`{"kind":"PodList","metadata":{…},"items":[…]}`) while it arrives, so that a list of any length
 * needs the memory of its largest item. Never throws: what is no such document gives no pieces and is never whole.
 *
 * To look at each byte costs as much as to parse, so the end of an item is guessed: it is where the next one begins as all of them begin.
 * If what lies before is valid JSON, the guess is right, since no JSON object is the beginning of another one; if not, its bytes are read.
 * @param bytesMax the largest item (or other value) that is kept
 */
export function createListSplitter(bytesMax: number): ListSplitter {
	const carry = createCarry();
	let place: Place = 'start';
	let key: unknown;
	let guessing = true;
	/** The end of an item with the beginning of the next. */
	let border: Buffer | undefined;
	/** Bytes of the present item in which no border begins. */
	let searchedBytes = 0;
	let scan: ValueScan | undefined;
	let skipping = false;

	/** Takes the item at `at` by its guessed end: `wait` when that has not come yet, undefined when only its bytes can tell. */
	function guessItem(bytes: Buffer, at: number): Guess {
		const lengthBytes = bytes.length - at;
		guessing &&= lengthBytes <= Math.min(GUESS_BYTES_MAX, bytesMax);
		if (!guessing) return undefined;
		if (lengthBytes < BEGINNING_BYTES) return 'wait';
		border ??= Buffer.concat([Buffer.from('},'), bytes.subarray(at, at + BEGINNING_BYTES)]);
		const found = bytes.indexOf(border, at + searchedBytes);
		searchedBytes = found < 0 ? Math.max(0, lengthBytes - border.length) : 0;
		if (found < 0) return 'wait';
		const value = parseObject(bytes.subarray(at, found + 1));
		return value === undefined ? undefined : {value, end: found + 1};
	}

	function* split(bytes: Buffer, isLast: boolean): Generator<ListPiece, void> {
		let at = 0;
		while (at < bytes.length) {
			if (scan === undefined) {
				const byte = bytes[at] ?? 0;
				const move: Move = isBetween(byte) ? {place} : MOVES[place](byte, key);
				place = move.place;
				if (move.begins === undefined) {
					at++;
					continue;
				}
				const guess = place === 'item' && !isLast ? guessItem(bytes, at) : undefined;
				if (guess === 'wait') break;
				if (guess !== undefined) {
					yield {piece: 'item', value: guess.value};
					at = guess.end;
					continue;
				}
				searchedBytes = 0;
				scan = {at: 0, depth: 0, quoted: false};
			}
			if (!scanValue(bytes, at, scan)) break;
			skipping ||= scan.at > bytesMax;
			const value = skipping ? undefined : parseObject(bytes.subarray(at, at + scan.at));
			if (place === 'item') yield {piece: 'item', value};
			else if (place === 'value' && key === 'metadata') yield {piece: 'metadata', value};
			place = place === 'key' ? 'value' : place === 'value' ? 'key' : place;
			key = value;
			at += scan.at;
			scan = undefined;
			skipping = false;
		}
		if (scan !== undefined && (skipping || scan.at > bytesMax)) {
			skipping = true;
			// Goes on without the bytes that were read. An escape at the end has already jumped over the byte that comes next.
			at += scan.at;
			scan.at = Math.max(0, at - bytes.length);
		}
		carry.keep(bytes, Math.min(at, bytes.length));
	}

	return {
		push: chunk => split(carry.join(chunk), false),
		end: () => split(carry.join(Buffer.alloc(0)), true),
		get whole() {
			return place === 'end';
		},
	};
}

/** Enough to be rare elsewhere: `{"metadata":{` for typed kinds, `{"apiVersion"` for custom resources. */
const BEGINNING_BYTES = 13;

/** Whoever writes the items in other orders, or larger ones than etcd takes by default, is not guessed at any longer. */
const GUESS_BYTES_MAX = 1024 * 1024;

type Guess = {readonly value: unknown; readonly end: number} | 'wait' | undefined;

type Place = 'start' | 'key' | 'value' | 'item' | 'end' | 'broken';

/** The place after a byte. Either a value begins at the byte and stands in that place, or the byte is done with. */
interface Move {
	readonly place: Place;
	readonly begins?: 'value';
}

const MOVES: Readonly<Record<Place, (byte: number, key: unknown) => Move>> = {
	start: byte => ({place: byte === 0x7b ? 'key' : 'broken'}),
	key(byte) {
		if (byte === 0x7d) return {place: 'end'};
		return byte === 0x22 ? {place: 'key', begins: 'value'} : {place: 'broken'};
	},
	value: (byte, key) => (byte === 0x5b && key === 'items' ? {place: 'item'} : {place: 'value', begins: 'value'}),
	item(byte) {
		if (byte === 0x5d) return {place: 'key'};
		return byte === 0x7d ? {place: 'broken'} : {place: 'item', begins: 'value'};
	},
	end: () => ({place: 'end'}),
	broken: () => ({place: 'broken'}),
};

/** Blanks, commas and colons: where they may stand is not checked, since what they part is. */
function isBetween(byte: number): boolean {
	return byte === 0x2c || byte === 0x3a || byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
