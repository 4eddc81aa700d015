/** A short fingerprint of a text (FNV-1a, 32 bits): equal texts have equal ones, others nearly always different ones. */
export function hashOf(text: string): string {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	return (hash >>> 0).toString(36);
}
