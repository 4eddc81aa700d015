/** xterm takes no more in one sequence, and others no less; in bytes before they are written in base64. */
export const COPY_BYTES_MAX = 74_994;

/**
 * What puts a text on the clipboard of the terminal's own machine (OSC 52 of xterm), which works over SSH too. tmux takes it for
 * itself when `set-clipboard` is on, and hands on what is wrapped for it when `allow-passthrough` is: both are sent, for nobody can
 * ask. Undefined when the text is too long: a part of it would be worse than nothing.
 */
export function copySequence(text: string, {isTmux}: {readonly isTmux: boolean}): string | undefined {
	const bytes = Buffer.from(text);
	if (bytes.length > COPY_BYTES_MAX) return undefined;
	const sequence = `\x1B]52;c;${bytes.toString('base64')}\x07`;
	return isTmux ? `${sequence}\x1BPtmux;${sequence.replaceAll('\x1B', '\x1B\x1B')}\x1B\\` : sequence;
}
