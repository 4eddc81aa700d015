import {kindById} from '../kinds/lookup.ts';
import {nearest} from '../lib/nearest.ts';
import type {World} from '../session/world.ts';
import {rowsOf} from './rows.ts';

/**
 * Why rows of these kinds may exist though none are known: there is no such namespace, a right is missing, nobody has answered yet.
 * Undefined when all lists are whole: then there are none.
 * @param what is listed, as a person calls it: `pods`, `the services`
 */
export function whyNothing(world: World, kinds: readonly string[], what: string): string | undefined {
	const absent = kinds.some(isNamespaced) ? absentNamespace(world) : undefined;
	if (absent !== undefined) return absent;
	return kinds.map(kind => whyUnlisted(world, kind, what)).find(reason => reason !== undefined);
}

function isNamespaced(kind: string): boolean {
	return kindById(kind)?.namespaced === true;
}

/** Only where the namespaces may be listed; of one that there is not a server says the same as of one that is empty. */
function absentNamespace(world: World): string | undefined {
	const {namespace, collections} = world;
	if (namespace === '' || collections['namespace']?.complete !== true) return undefined;
	const names = [...rowsOf(world, 'namespace').values()].map(({name}) => name).toSorted();
	if (names.includes(namespace)) return undefined;
	const meant = nearest(namespace, names);
	return `there is no namespace ${namespace}${meant === undefined ? '' : `: did you mean ${meant}?`}`;
}

function whyUnlisted({namespace, collections, connection}: World, kind: string, what: string): string | undefined {
	const collection = collections[kind];
	if (collection?.complete === true) return undefined;
	const waiting = collection?.state.phase === 'waiting' ? collection.state.because : undefined;
	if (waiting?.kind === 'missing') return `this cluster does not serve ${what}`;
	if (waiting?.permission !== undefined) {
		const isTooMuch = namespace === '' && isNamespaced(kind);
		return `no right to ${waiting.permission}${isTooMuch ? ': try -n NAMESPACE, or :ns NAME' : ''}`;
	}
	// A list that never ends says nothing; the header knows more.
	const fault = waiting ?? (connection.phase === 'trouble' ? connection.fault : undefined);
	return fault === undefined ? `listing ${what}` : `nothing was listed yet: ${fault.message}`;
}
