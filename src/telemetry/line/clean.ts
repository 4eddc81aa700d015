/**
 * A line without escape sequences and control characters, but tabs; of a progress bar, which rewrites its line with `\r`, what
 * stands last. Marks of direction stay: the terminal deals with them.
 */
export function cleanLine(text: string): string {
	if (!CONTROL.test(text)) return text;
	const plain = text.replaceAll(SEQUENCES, '');
	const last = plain.includes('\r') ? plain.split('\r').findLast(part => part.trim() !== '') : plain;
	return (last ?? '').replaceAll(CONTROLS, '');
}

/** What a JSON record holds as one line: its own line breaks become spaces. */
export function onOneLine(text: string): string {
	return CONTROL.test(text)
		? text.trim().replaceAll(SEQUENCES, '').replaceAll(BREAKS, ' ').replaceAll(CONTROLS, '')
		: text;
}

/** The same, with its line breaks. */
export function withoutControls(text: string): string {
	return CONTROL.test(text) ? text.replaceAll(SEQUENCES, '').replaceAll(CONTROLS_IN_LINES, '') : text;
}

const CONTROL = /[\x00-\x08\x0a-\x1f\x7f-\x9f]/;
const CONTROLS = /[\x00-\x08\x0a-\x1f\x7f-\x9f]/g;
const CONTROLS_IN_LINES = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g;
const BREAKS = /[\r\n]{1,10}[ \t]{0,20}/g;

/** CSI; OSC, DCS and their like, which end in BEL or ST; choices of a character set (`tput sgr0` writes one). */
const SEQUENCES = /\x1b\[[0-9;:?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]{1,2}[0-~]/g;
