/** What stands for a part of a path that is another for each thing. */
const ID = '{id}';

/**
 * A part of a path between two slashes, as logged, as it stands in the name of a route: what names one thing out of many is `{id}`, an
 * ending or a verb after it stays (`{id}.json`, `{id}:cancel`), matrix parameters go. Words stay, with a digit too (`v1`, `oauth2`, `2fa`).
 */
export function templateSegment(raw: string): string {
	if (WORD.test(raw)) return raw;
	const end = raw.indexOf(';');
	const text = decoded(end === -1 ? raw : raw.slice(0, end));
	if (text.length > SEGMENT_MAX || isId(text)) return ID;
	const [, entities] = /^([A-Za-z_]{1,40})\([^()]{1,64}\)$/.exec(text) ?? [];
	if (entities !== undefined) return `${entities}(${ID})`;
	const [, stem, ending] = /^(.{1,64})([.:][A-Za-z]\w{0,15})$/.exec(text) ?? [];
	return stem !== undefined && isId(stem) ? `${ID}${ending}` : text;
}

/** Most are, and nothing else has to be looked at. */
const WORD = /^[A-Za-z_-]{1,24}$/;

/** What is longer is no word. */
const SEGMENT_MAX = 64;

/** Only into what can be seen and means nothing in a path: `%2F`, spaces and control characters stay as they are. */
function decoded(text: string): string {
	if (!text.includes('%') || text.length > 1024) return text;
	try {
		const plain = decodeURIComponent(text);
		return /[\p{C}\p{Z}/\\?#%;{}]/u.test(plain) ? text : plain;
	} catch {
		return text;
	}
}

function isId(text: string): boolean {
	return IDS.some(pattern => pattern.test(text)) || isOpaque(text);
}

const IDS: readonly RegExp[] = [
	// Numbers, dates, addresses, ranges: no letter in it.
	/^[+-]?\d[\d.,:_+-]*$/,
	/^\d{4}-\d\d-\d\d[T_]/,
	/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i,
	/^(?:0x)?(?=[a-f]*\d)[0-9a-f]{8,64}$/i,
	// A ULID; a KSUID is opaque.
	/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/i,
	/^[^@]{1,64}@[^@]{1,64}\.[^@.]{1,64}$/,
	// `order-1023`, `SKU12345`; `iso8601` and `step-1` are words.
	/^[A-Za-z]{1,12}(?:[-_]\d{2,}|\d{5,})$/,
];

/**
 * Keys made by chance: long, with digits inside of a part (`top-10-of-2024` has words and numbers between its hyphens), or changing
 * between small letters, capitals and digits more often than words do (`dQw4w9WgXcQ`).
 */
function isOpaque(text: string): boolean {
	if (text.length < 11 || !/^[\w~=+.-]+$/.test(text)) return false;
	const changes = text.match(/[a-z](?=[A-Z\d])|[A-Z](?=[a-z\d])|\d(?=[A-Za-z])/g)?.length ?? 0;
	if (changes * 2 > text.length - 1) return true;
	const digits = text.match(/\d/g)?.length ?? 0;
	return digits >= 3 && text.length >= 16 && text.split(/[-_.]/).some(isMixed);
}

function isMixed(part: string): boolean {
	return part.length >= 8 && /\d/.test(part) && /[a-z]/i.test(part);
}
