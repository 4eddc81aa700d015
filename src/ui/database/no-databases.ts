import type {PaneInput} from '../contract.ts';
import {whyNothing} from '../why-nothing.ts';

/** Why no database is known, in one sentence; undefined when some are. */
export function noDatabases({session, world}: Pick<PaneInput, 'session' | 'world'>): string | undefined {
	const {databases} = session;
	if (databases.states().length > 0) return undefined;
	if (databases.because !== '') return databases.because;
	return (
		whyNothing(world, ['deployment', 'pod'], 'the databases') ?? 'no service names a database in its environment'
	);
}
