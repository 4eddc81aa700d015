import type {CommandId} from '../bindings.ts';
import type {Command} from '../desk.ts';
import {databaseCommands} from './database.ts';
import {dialogCommands} from './dialog.ts';
import {documentCommands} from './document.ts';
import {goCommands} from './go.ts';
import {logCommands} from './logs.ts';
import {moveCommands} from './move.ts';
import {paneCommands} from './panes.ts';
import {promptCommands} from './prompt.ts';
import {requestCommands} from './requests.ts';
import {showCommands} from './show.ts';
import {sortCommands} from './sort.ts';
import {watchCommands} from './watch.ts';

/** What each key of `bindings.ts` does: the compiler sees that none is missing and none has no key. */
export const commands: Readonly<Record<CommandId, Command>> = {
	...databaseCommands,
	...dialogCommands,
	...documentCommands,
	...goCommands,
	...logCommands,
	...moveCommands,
	...paneCommands,
	...promptCommands,
	...requestCommands,
	...showCommands,
	...sortCommands,
	...watchCommands,
};
