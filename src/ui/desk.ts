import type {Keymap} from '../keymap/keymap.ts';
import type {Session} from '../session/session.ts';
import type {CommandId} from './bindings.ts';
import type {Go} from './contract.ts';
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
	/** A sentence in the footer until the next key. */
	say(text: string, tone?: 'struggling' | 'muted'): void;
	go(where: Go): void;
	/** Draws everything anew. */
	repaint(): void;
	quit(): void;
}

/** `chord` is the key that started it: some commands have one per digit. */
export type Command = (desk: Desk, chord: string) => void;
