import {createCarry} from './carry.ts';
import {createValueScan, NO_METADATA, scanValue, textOf, type ValueScan} from './value-scan.ts';

export type ListPiece =
	/** The text of one element of `items`, without its managed fields. */
	| {readonly piece: 'item'; readonly text: string}
	/** The text of the list's own metadata. Before the items for typed kinds; custom resources are written with sorted keys, so behind. */
	| {readonly piece: 'metadata'; readonly text: string}
	/** An element was larger than the bound and is left out. */
	| {readonly piece: 'oversized'};

export interface ListSplitter {
	/** The pieces that end in this chunk. All must be taken before the next chunk. */
	push(chunk: Buffer): Generator<ListPiece, void>;
	/** The document has been closed; what follows is ignored. */
	readonly whole: boolean;
}

/**
 * Splits a Kubernetes List document (`{"kind":"PodList","metadata":{…},"items":[…]}`) while it arrives, so that a list of any length
 * needs the memory of its largest item. Never throws: what is no such document gives no pieces and is never whole.
 * @param bytesMax the largest item (or other value) that is kept
 */
export function createListSplitter(bytesMax: number): ListSplitter {
	const carry = createCarry();
	let place: Place = 'start';
	let key = '';
	let scan: ValueScan | undefined;
	let skipping = false;
	return {
		get whole() {
			return place === 'end';
		},
		*push(chunk) {
			const bytes = carry.join(chunk);
			let at = 0;
			while (at < bytes.length) {
				if (scan === undefined) {
					const byte = bytes[at] ?? 0;
					if (isBetween(byte)) at++;
					else {
						const move: Move = MOVES[place](byte, key);
						if (move.scan) scan = createValueScan(place === 'item' ? 1 : NO_METADATA);
						else at++;
						place = move.place;
					}
					continue;
				}
				if (!scanValue(bytes, at, scan)) break;
				skipping ||= scan.at > bytesMax;
				if (place === 'key') {
					key = skipping ? '' : textOf(bytes, at, scan);
					place = 'value';
				} else if (place === 'value') {
					if (key === '"metadata"' && !skipping) yield {piece: 'metadata', text: textOf(bytes, at, scan)};
					place = 'key';
				} else yield skipping ? {piece: 'oversized'} : {piece: 'item', text: textOf(bytes, at, scan)};
				at += scan.at;
				scan = undefined;
				skipping = false;
			}
			if (scan !== undefined && (skipping || scan.at > bytesMax)) {
				skipping = true;
				at = forget(scan, at, bytes.length);
			}
			carry.keep(bytes, Math.min(at, bytes.length));
		},
	};
}

type Place = 'start' | 'key' | 'value' | 'item' | 'end' | 'broken';

/** The place after a byte. With `scan` a value begins at the byte and stands in that place; otherwise the byte is done with. */
interface Move {
	readonly place: Place;
	readonly scan?: true;
}

const BROKEN: Move = {place: 'broken'};

const MOVES: Readonly<Record<Place, (byte: number, key: string) => Move>> = {
	start: byte => (byte === 0x7b ? {place: 'key'} : BROKEN),
	key(byte) {
		if (byte === 0x7d) return {place: 'end'};
		return byte === 0x22 ? {place: 'key', scan: true} : BROKEN;
	},
	value: (byte, key) => (byte === 0x5b && key === '"items"' ? {place: 'item'} : {place: 'value', scan: true}),
	item(byte) {
		if (byte === 0x5d) return {place: 'key'};
		return byte === 0x7d ? BROKEN : {place: 'item', scan: true};
	},
	end: () => ({place: 'end'}),
	broken: () => BROKEN,
};

/** Blanks, commas and colons: where they may stand is not checked, since what they part is. */
function isBetween(byte: number): boolean {
	return byte === 0x2c || byte === 0x3a || byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Lets a value that is too large go on without the bytes that were read; returns what is to be kept from. */
function forget(scan: ValueScan, origin: number, end: number): number {
	const from = Math.min(origin + scan.at, end);
	// An escape at the very end has already jumped over the byte that comes next.
	scan.at = origin + scan.at - from;
	scan.quoteAt = Math.min(scan.quoteAt, 0);
	scan.metadataDepth = NO_METADATA;
	return from;
}
