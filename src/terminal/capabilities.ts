import type {Colors} from './style-bits.ts';

/** What the environment says of the terminal. */
export interface Capabilities {
	readonly colors: Colors;
	/** Only ASCII can be shown. */
	readonly ascii: boolean;
}

/**
 * Reads NO_COLOR (no-color.org), COLORTERM, TERM (terminfo names), and the locale (LC_ALL before LC_CTYPE before LANG).
 * Without any locale the terminal is taken to read UTF-8: containers and services seldom set one, and their terminals do.
 */
export function readCapabilities(environment: Readonly<Record<string, string | undefined>>): Capabilities {
	const {TERM: term = '', COLORTERM: colorTerm = '', NO_COLOR: noColor = ''} = environment;
	const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'] || '';
	return {
		colors: noColor === '' ? colorsOf(term, colorTerm) : 'none',
		ascii: locale !== '' && !/utf-?8/i.test(locale),
	};
}

function colorsOf(term: string, colorTerm: string): Colors {
	if (term === 'dumb' || /^vt[12]|-m(?:ono)?$/.test(term)) return 'none';
	return /256|direct|kitty|alacritty|ghostty/.test(term) || /truecolor|24bit/.test(colorTerm) ? '256' : '16';
}
