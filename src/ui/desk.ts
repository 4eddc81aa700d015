import type {Keymap} from '../keymap/keymap.ts';
import type {Session} from '../session/session.ts';
import type {CommandId} from './bindings.ts';
import type {Go} from './contract.ts';
import type {DocumentScreen} from './document-screen.ts';
import type {LogScreen} from './log-screen.ts';
import type {Walkable} from './pane-screens.ts';
import type {TableScreen} from './table-screen.ts';
import type {View} from './view.ts';

/** What commands work on: the only place from which the view is changed. */
export interface Desk {
	readonly view: View;
	show(view: View): void;
	readonly session: Session;
	readonly keymap: Keymap<CommandId>;
	/** Of the screen, in cells. */
	readonly size: {readonly columns: number; readonly rows: number};
	/** Names of the contexts that can be switched to. */
	readonly contexts: readonly string[];
	/** What the cursor moves in: the pane that has the focus, unless it is only looked at. */
	readonly walked: Walkable | undefined;
	/** The same, when it is a table. */
	readonly table: TableScreen | undefined;
	/** The same, when it is a document. */
	readonly document: DocumentScreen | undefined;
	/** The same, when it is a log. */
	readonly log: LogScreen | undefined;
	/** A sentence in the footer until the next key. */
	say(text: string, tone?: 'struggling' | 'muted'): void;
	go(where: Go): void;
	/** Puts a text on the user's clipboard; `what` names it. */
	copy(text: string, what: string): void;
	/** Writes a text into a new file, and says where that is. */
	save(name: string, text: string): void;
	/** Draws everything anew. */
	repaint(): void;
	quit(): void;
}

/** `chord` is the key that started it: some commands have one per digit. */
export type Command = (desk: Desk, chord: string) => void;
