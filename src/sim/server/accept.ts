import {notAcceptable} from '../refusal.ts';

/**
 * In which form an answer is wanted: the first of the Accept header that is served. Throws a Refusal when none is. Who asks for
 * metadata only gets whole objects: nothing here is secret.
 */
export function formOf(accept: string | undefined): 'json' | 'table' {
	const wishes = (accept ?? '*/*').split(',').map(wish => wish.replaceAll(' ', ''));
	for (const wish of wishes) {
		if (/^application\/json;.*\bas=Table\b/.test(wish)) return 'table';
		if (/^(application\/json|\*\/\*|application\/\*)/.test(wish) && !/;as=(?!PartialObjectMetadata)/.test(wish))
			return 'json';
	}
	throw notAcceptable();
}
