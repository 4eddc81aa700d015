import {CTRL, SHIFT, chordOf} from './key-chord.ts';

/** Final characters of CSI and SS3, as xterm, VTE and tmux send them (xterm ctlseqs); lower case as rxvt does. */
const FINALS: Readonly<Record<string, string>> = {A: 'up', B: 'down', C: 'right', D: 'left', H: 'home', F: 'end'};

/** First parameters of `CSI n ~`: 1 and 4 come from the Linux console and tmux, 7 and 8 from rxvt. */
const NUMBERS: Readonly<Record<string, string>> = {
	1: 'home',
	3: 'delete',
	4: 'end',
	5: 'pageup',
	6: 'pagedown',
	7: 'home',
	8: 'end',
};

/** The chord of a whole CSI sequence, given by its parameters and final character; undefined for one that is no key of ours. */
export function chordOfCsi(parameters: string, final: string, modifiers: number): string | undefined {
	// What begins with `<`, `=`, `>` or `?` is a reply or a mouse report.
	if (!/^[\d;]*$/.test(parameters)) return undefined;
	const [first = '', second = ''] = parameters.split(';');
	const held = modifiers | heldBy(second);
	if (final === '~') return named(NUMBERS[first], held);
	if (final === 'Z') return chordOf('tab', held | SHIFT);
	return named(FINALS[final], held) ?? named(FINALS[upperCaseOf(final)], held | SHIFT);
}

/** The chord of `ESC O`, an optional modifier digit, and a final character; undefined for one that is no key of ours. */
export function chordOfSs3(digit: string, final: string, modifiers: number): string | undefined {
	const held = modifiers | heldBy(digit);
	if (final === 'M') return chordOf('enter', held);
	return named(FINALS[final], held) ?? named(FINALS[upperCaseOf(final)], held | CTRL);
}

function named(name: string | undefined, modifiers: number): string | undefined {
	return name === undefined ? undefined : chordOf(name, modifiers);
}

/** xterm sends the bits plus one; absent means none. Beyond four bits it is something else. */
function heldBy(parameter: string): number {
	const bits = Number(parameter) - 1;
	return bits > 0 && bits < 16 ? bits : 0;
}

/** rxvt marks shift (CSI) and ctrl (SS3) by the lower-case letters a to d. */
function upperCaseOf(final: string): string {
	return /^[a-d]$/.test(final) ? final.toUpperCase() : '';
}
