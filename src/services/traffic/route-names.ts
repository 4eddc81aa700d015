import type {LoggedRequest} from '../../model/request.ts';
import {ID} from './segment.ts';
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
/** Of one path; more are made up. */
const METHODS_MAX = 10;

interface Place {
	/** From the root to here. */
	readonly path: readonly string[];
	/** With the methods that were asked for. */
	readonly names: Map<string, string>;
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
	const root = createPlace([]);
	let places = 0;
	let changes = 0;

	/** Undefined when there is no room for another one. */
	function next(place: Place, segment: string): Place | undefined {
		const known = place.words.get(segment);
		if (known !== undefined) return known;
		if (segment === ID) return add(place, ID);
		if (place.isFull) return place.words.get(SLUG) ?? add(place, SLUG);
		if (place.words.size < WORDS_MAX) return add(place, segment);
		for (const [word, child] of place.words) {
			if (child.requests >= OFTEN || word === ID) continue;
			places -= sizeOf(child);
			place.words.delete(word);
		}
		place.isFull = true;
		changes += 1;
		return add(place, SLUG);
	}

	function add(place: Place, word: string): Place | undefined {
		if (places >= PLACES_MAX) return undefined;
		places += 1;
		const added = createPlace([...place.path, detached(word)]);
		place.words.set(word, added);
		return added;
	}

	return {
		get changes() {
			return changes;
		},
		nameOf({method, path, route}) {
			const verb = METHOD.test(method) ? `${method.toUpperCase()} ` : '';
			if (route !== '') return verb + ownTemplate(route);
			let place: Place | undefined = root;
			for (const segment of templateSegments(path)) {
				place = next(place, segment);
				if (place === undefined) return OTHER_ROUTES;
				place.requests += 1;
			}
			const known = place.names.get(verb);
			if (known !== undefined) return known;
			const name = verb + templateOf(place.path);
			if (place.names.size < METHODS_MAX) place.names.set(verb, name);
			return name;
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

function createPlace(path: readonly string[]): Place {
	return {path, names: new Map(), requests: 0, isFull: false, words: new Map()};
}

function sizeOf(place: Place): number {
	let size = 1;
	for (const child of place.words.values()) size += sizeOf(child);
	return size;
}

/** A part of a line keeps the whole line in memory; this one does not. */
function detached(text: string): string {
	return ` ${text}`.slice(1);
}
