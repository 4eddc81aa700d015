import {helpExtent} from '../chrome/help.ts';
import {helpInput, helpOf} from '../chrome/model.ts';
import type {Command, Desk} from '../desk.ts';
import type {Overlay} from '../view.ts';

/** Keys of the dialogs. */
export const dialogCommands = {
	close,
	stay: close,
	leave: desk => {
		if (helpOf(desk.view)?.search === '') close(desk);
		else change(desk, {offset: 0, search: ''});
	},
	search: desk => {
		const before = helpOf(desk.view)?.search ?? '';
		const line = {text: before, cursor: before.length};
		desk.show({...desk.view, overlays: [...desk.view.overlays, {id: 'search', line, before}]});
	},
	'scroll-down': desk => scroll(desk, offset => offset + 1),
	'scroll-up': desk => scroll(desk, offset => offset - 1),
	'scroll-page-down': desk => scroll(desk, (offset, {room}) => offset + room),
	'scroll-page-up': desk => scroll(desk, (offset, {room}) => offset - room),
	'scroll-first': desk => scroll(desk, () => 0),
	'scroll-last': desk => scroll(desk, (_, {lines}) => lines),
} satisfies Record<string, Command>;

function close(desk: Desk): void {
	desk.show({...desk.view, overlays: desk.view.overlays.slice(0, -1)});
}

type Help = Extract<Overlay, {readonly id: 'help'}>;

function change(desk: Desk, part: Partial<Omit<Help, 'id'>>): void {
	const overlays = desk.view.overlays.map((overlay): Overlay =>
		overlay.id === 'help' ? {...overlay, ...part} : overlay,
	);
	desk.show({...desk.view, overlays});
}

/** Never past the end, so that the way back begins at once. */
function scroll(desk: Desk, to: (offset: number, extent: ReturnType<typeof helpExtent>) => number): void {
	const help = helpOf(desk.view);
	if (help === undefined) return;
	const extent = helpExtent(helpInput(help, desk));
	const last = Math.max(extent.lines - extent.room, 0);
	change(desk, {offset: Math.min(Math.max(to(help.offset, extent), 0), last)});
}
