/** A key as the keymap knows it. */
export interface Key {
	/** `a`, `A`, `é`, `space`, `ctrl+r`, `alt+shift+left`, `paste`; modifiers in the order of `MODIFIERS`. */
	readonly chord: string;
	/** What it writes into a prompt, unsanitised; absent when it writes nothing. */
	readonly text?: string;
}

/** The order in which a chord names its modifiers. Capital letters and signs carry no `shift+`: they are their own character. */
export const MODIFIERS = ['ctrl', 'alt', 'shift'] as const;

/** Bits of xterm's modifier parameter less one (ctlseqs, "PC-Style Function Keys"); meta counts as alt. */
export const SHIFT = 1;
export const ALT = 2;
export const CTRL = 4;
const META = 8;

/** The chord of a named key or character under modifier bits. */
export function chordOf(name: string, modifiers: number): string {
	const held = {
		ctrl: (modifiers & CTRL) !== 0,
		alt: (modifiers & (ALT | META)) !== 0,
		shift: (modifiers & SHIFT) !== 0,
	};
	return [...MODIFIERS.filter(modifier => held[modifier]), name].join('+');
}
