import {DIALOG_ROWS_MIN} from '../chrome/centred.ts';
import type {Desk} from '../desk.ts';
import type {Overlay} from '../view.ts';

/** Lays a dialog over the page. */
export function openDialog(desk: Desk, dialog: Extract<Overlay, {readonly id: 'help' | 'quit'}>): void {
	if (desk.size.rows < DIALOG_ROWS_MIN) desk.say('the screen is too low for a dialog');
	else desk.show({...desk.view, overlays: [...desk.view.overlays, dialog]});
}
