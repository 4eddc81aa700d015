import type {World} from '../../session/world.ts';

/** What a verdict would rest on and cannot, each in a few words: the right to list nodes, usage (no metrics API). */
export function blindness({cannotSee, connection}: World): readonly string[] {
	const words = cannotSee.map(({what, permission, because}) =>
		permission === '' ? `${what} (${because})` : `the right to ${permission}`,
	);
	return connection.phase === 'trouble' ? [...words, 'everything new, for the connection is in trouble'] : words;
}
