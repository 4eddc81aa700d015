import type {Kind} from './contract.ts';
import {kinds} from './index.ts';

/** The kind that a word means, ignoring case: its id, plural, an alias, or the kind as objects name it. */
export function kindOf(word: string): Kind | undefined {
	const wanted = word.toLowerCase();
	return kinds.find(kind => [kind.id, kind.plural, kind.objectKind.toLowerCase(), ...kind.aliases].includes(wanted));
}

/** The kind with this id, as rows carry it. */
export function kindById(id: string): Kind | undefined {
	return kinds.find(kind => kind.id === id);
}
