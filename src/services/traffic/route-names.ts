import type {LoggedRequest} from '../../model/request.ts';
import {ownTemplate, templateOf, templateSegments} from './route-template.ts';

/** Gives requests the names of their routes, and learns from the paths which of their parts are words. */
export interface RouteNames {
	/** `GET /items/{id}`; without a method when the line does not tell it. */
	nameOf(request: LoggedRequest): string;
	/** How often names changed: routes that were named before may have another name now. */
	readonly changes: number;
	/** The name that a route which had this name has now. */
	rename(name: string): string;
}

export const OTHER_ROUTES = '(other routes)';
const SLUG = '{slug}';

/** Resources below one path are fewer, titles of articles are more. */
const WORDS_MAX = 50;
/** What was asked for so often stays when there are too many: a resource of a large API, or an article that is worth a line. */
const OFTEN = 10;
/** 1 to 2 MB, when all paths are different. */
const PLACES_MAX = 10_000;

interface Place {
	requests: number;
	/** More than `WORDS_MAX` came: others are slugs from then on. */
	isFull: boolean;
	readonly words: Map<string, Place>;
}

/**
 * A tree of the words that stood at each place of a path. When there are too many different ones below the same path, those that are
 * asked for now and then become `{slug}`, and so does every new one: names of articles, users, files.
 */
export function createRouteNames(): RouteNames {
	const root = createPlace();
	let places = 0;
	let changes = 0;

	function wordAt(place: Place, segment: string): string | undefined {
		if (place.words.has(segment)) return segment;
		if (place.isFull && segment !== '{id}') return wordAt(place, SLUG) ?? add(place, SLUG);
		if (place.words.size < WORDS_MAX || segment === '{id}') return add(place, segment);
		for (const [word, {requests}] of place.words) {
			if (requests >= OFTEN || word === '{id}') continue;
			places -= sizeOf(place.words.get(word));
			place.words.delete(word);
		}
		place.isFull = true;
		changes += 1;
		return add(place, SLUG);
	}

	function add(place: Place, word: string): string | undefined {
		if (places >= PLACES_MAX) return undefined;
		places += 1;
		place.words.set(detached(word), createPlace());
		return word;
	}

	return {
		get changes() {
			return changes;
		},
		nameOf({method, path, route}) {
			const verb = METHOD.test(method) ? `${method.toUpperCase()} ` : '';
			if (route !== '') return verb + ownTemplate(route);
			const segments: string[] = [];
			let place = root;
			for (const segment of templateSegments(path)) {
				const word = wordAt(place, segment);
				const next = word === undefined ? undefined : place.words.get(word);
				if (word === undefined || next === undefined) return OTHER_ROUTES;
				segments.push(word);
				place = next;
				place.requests += 1;
			}
			return verb + templateOf(segments);
		},
		rename(name) {
			const start = name.indexOf('/');
			if (start === -1 || start === name.length - 1) return name;
			let place: Place | undefined = root;
			const segments: string[] = [];
			for (const segment of name.slice(start + 1).split('/')) {
				const word: string = place?.isFull === true && !place.words.has(segment) ? SLUG : segment;
				segments.push(word);
				place = place?.words.get(word);
			}
			return `${name.slice(0, start + 1)}${segments.join('/')}`;
		},
	};
}

/** RFC 9110 lets a method be any token; these have a look of one (`PROPFIND`, `M-SEARCH`). */
const METHOD = /^[A-Za-z][A-Za-z-]{0,19}$/;

function createPlace(): Place {
	return {requests: 0, isFull: false, words: new Map()};
}

function sizeOf(place: Place | undefined): number {
	let size = place === undefined ? 0 : 1;
	for (const child of place?.words.values() ?? []) size += sizeOf(child);
	return size;
}

/** A part of a line keeps the whole line in memory; this one does not. */
function detached(text: string): string {
	return ` ${text}`.slice(1);
}
