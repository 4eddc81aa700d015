import type {LoggedRequest} from '../model/request.ts';
import type {ParsedLine} from './contract.ts';
import {aRequest} from './line/request.ts';

/** So many requests are remembered that have begun and not ended. */
const BEGUN_MAX = 1000;

/**
 * Puts together requests that have one line for their beginning, with method and path, and one for their end (Rails, Fastify). Given
 * each line in order, it returns the request that ended, if one did. Without an id they are put together only while a single one is under way;
 * one whose beginning is not known keeps an empty path.
 */
export function createRequestJoin(): (line: ParsedLine) => LoggedRequest | undefined {
	const begun = new Map<string, {readonly method: string; readonly path: string}>();
	let nameless = 0;
	return ({request, begins}) => {
		if (begins !== undefined) {
			if (begins.id === '') nameless += 1;
			begun.set(begins.id, begins);
			if (begun.size > BEGUN_MAX)
				for (const oldest of begun.keys()) {
					begun.delete(oldest);
					break;
				}
		}
		if (request === undefined || request.path !== '' || request.method !== '') return request;
		const beginning = begun.get(request.id);
		begun.delete(request.id);
		const isSure = request.id !== '' || nameless === 1;
		if (request.id === '') nameless = Math.max(0, nameless - 1);
		return beginning === undefined || !isSure ? request : aRequest({...request, ...beginning});
	};
}
