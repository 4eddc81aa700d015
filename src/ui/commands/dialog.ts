import type {Command, Desk} from '../desk.ts';
import type {Overlay} from '../view.ts';

/** Keys of the dialogs. */
export const dialogCommands = {
	close: desk => desk.show({...desk.view, overlays: desk.view.overlays.slice(0, -1)}),
	stay: desk => desk.show({...desk.view, overlays: desk.view.overlays.slice(0, -1)}),
	'scroll-down': desk => scroll(desk, 1),
	'scroll-up': desk => scroll(desk, -1),
} satisfies Record<string, Command>;

/** The dialog keeps the offset inside its text when it is drawn. */
function scroll(desk: Desk, step: number): void {
	const overlays = desk.view.overlays.map((overlay, index): Overlay => {
		const top = index === desk.view.overlays.length - 1;
		return top && overlay.id === 'help' ? {...overlay, offset: Math.max(overlay.offset + step, 0)} : overlay;
	});
	desk.show({...desk.view, overlays});
}
