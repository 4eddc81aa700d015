import type {Random} from '../lib/clock.ts';

/** A number below 2^32 that only depends on the text (FNV-1a). */
export function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	return hash >>> 0;
}

/** Chance that always falls the same way for the same seed (mulberry32). */
export function createSeededRandom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** An RFC 9562 version 4 UUID. */
export function uuidOf(random: Random): string {
	const hex = hexOf(random, 32);
	const variant = '89ab'.charAt(Math.floor(random() * 4));
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

export function hexOf(random: Random, length: number): string {
	return textOf(random, '0123456789abcdef', length);
}

/** What Kubernetes appends to generateName: five signs without vowels and look-alikes (apimachinery `util/rand`). */
export function suffixOf(random: Random): string {
	return textOf(random, SAFE_SIGNS, 5);
}

/** A template's hash as it stands in names of ReplicaSets: ten safe signs that only depend on the text. */
export function templateHashOf(text: string): string {
	return textOf(createSeededRandom(hashOf(text)), SAFE_SIGNS, 10);
}

/** A whole number in [from, to]. */
export function between(random: Random, from: number, to: number): number {
	return from + Math.floor(random() * (to - from + 1));
}

const SAFE_SIGNS = 'bcdfghjklmnpqrstvwxz2456789';

function textOf(random: Random, signs: string, length: number): string {
	let text = '';
	for (let index = 0; index < length; index++) text += signs.charAt(Math.floor(random() * signs.length));
	return text;
}
