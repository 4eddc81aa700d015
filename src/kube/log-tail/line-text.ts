/** A longer line is no line that a person reads. The runtime cuts a program's lines into pieces of that size. */
export const TEXT_BYTES_MAX = 16 * 1024;

/** For the mark of a line that was cut. */
const MARK_BYTES_MAX = 48;

/**
 * The text of a line in bytes `from` to `to`, on its own memory; what is no UTF-8 becomes U+FFFD. It takes at most TEXT_BYTES_MAX; a longer
 * one ends with a mark that tells its size.
 * @param sizeBytes of the whole line, of which the end may be missing
 */
export function textOf(bytes: Buffer, from: number, to: number, sizeBytes: number): string {
	if (sizeBytes <= TEXT_BYTES_MAX) return bytes.toString('utf8', from, to);
	let end = Math.min(to, from + TEXT_BYTES_MAX - MARK_BYTES_MAX);
	// Not in the middle of a character: its further bytes are 10xxxxxx.
	for (let steps = 0; steps < 3 && ((bytes[end] ?? 0) & 0xc0) === 0x80; steps++) end--;
	return `${bytes.toString('utf8', from, end)} … ${sizeWords(sizeBytes)} line, cut`;
}

function sizeWords(bytes: number): string {
	return bytes < 1e6 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
