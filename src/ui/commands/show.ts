import type {Command} from '../desk.ts';

/** What of a table is shown. */
export const showCommands = {
	faults: desk => desk.table?.toggleFaults(),
	wide: desk => desk.table?.toggleWide(),
	help: desk => desk.show({...desk.view, overlays: [...desk.view.overlays, {id: 'help', offset: 0, search: ''}]}),
} satisfies Record<string, Command>;
