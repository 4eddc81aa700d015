import {templateSegment} from './segment.ts';

const SEGMENTS_MAX = 12;
const TEMPLATE_MAX = 120;
/** What follows is not looked at. */
const PATH_MAX = 2048;

/**
 * The parts of the path of a request with everything that is different for each thing as `{id}`; none for `/`. What is no path is one
 * part that does not begin with a slash: `*`, `{host}` (of CONNECT), `(no path)`.
 * @param path as logged: an origin form, an absolute URL, `*` or `host:port`
 */
export function templateSegments(path: string): readonly string[] {
	const plain = withoutQuery(path.length > PATH_MAX ? path.slice(0, PATH_MAX) : path);
	if (plain === '') return [path === '' ? '(no path)' : '(malformed)'];
	if (plain === '*') return ['*'];
	if (!plain.startsWith('/')) return [/^[\w.[\]:-]{1,255}:\d{1,5}$/.test(plain) ? '{host}' : '(malformed)'];
	const parts = plain.split('/', 2 * SEGMENTS_MAX + 2).filter(part => part !== '');
	const segments = parts
		.slice(0, SEGMENTS_MAX)
		.map((part, index) => asFile(part, index, parts) ?? templateSegment(part));
	if (parts.length > SEGMENTS_MAX) segments[SEGMENTS_MAX - 1] = '…';
	return shortened(segments);
}

/** As the name of a route shows it: `/items/{id}`. */
export function templateOf(segments: readonly string[]): string {
	const [first] = segments;
	return first !== undefined && segments.length === 1 && NO_PATH.has(first) ? first : `/${segments.join('/')}`;
}

const NO_PATH: ReadonlySet<string> = new Set(['(no path)', '(malformed)', '*', '{host}']);

/** A framework's own name for a route, without the method that Go's ServeMux puts before it (`GET /items/{id}`), and bounded. */
export function ownTemplate(route: string): string {
	const named = /^[A-Z]{3,8} (?=\/)/.exec(route)?.[0] ?? '';
	return cut(route.slice(named.length, named.length + PATH_MAX));
}

function withoutQuery(path: string): string {
	const origin = /^[a-z][a-z\d+.-]{0,20}:\/\/[^/?#]*/i.exec(path)?.[0] ?? '';
	const rest = path.slice(origin.length);
	const end = rest.search(/[?#]/);
	const plain = end === -1 ? rest : rest.slice(0, end);
	return plain === '' && origin !== '' ? '/' : plain;
}

/** Files below a folder are one route for each sort: `/static/{file}.js`. What lies at the root is few, and has well-known names. */
function asFile(part: string, index: number, parts: readonly string[]): string | undefined {
	if (index === 0 || index !== parts.length - 1) return undefined;
	const ending = FILE.exec(part)?.[0];
	return ending === undefined ? undefined : `{file}${ending.toLowerCase()}`;
}

const FILE = /\.(?:js|mjs|css|map|png|jpe?g|gif|svg|ico|webp|avif|woff2?|ttf|otf|eot|mp4|webm|mp3|wasm)$/i;

/** Whole segments, so that no part of a word looks like a word. */
function shortened(segments: string[]): readonly string[] {
	let length = 0;
	for (const [index, segment] of segments.entries()) {
		length += segment.length + 1;
		if (length > TEMPLATE_MAX) return [...segments.slice(0, index), '…'];
	}
	return segments;
}

function cut(text: string): string {
	return text.length > TEMPLATE_MAX ? `${text.slice(0, TEMPLATE_MAX - 1)}…` : text;
}
