import type {Command, Desk} from '../desk.ts';
import {fileStamp} from './file-stamp.ts';
import {openText} from './open-text.ts';

/** From what is under the cursor to the object as a text, and what can be done with a text. */
export const documentCommands = {
	describe: desk => openText(desk, 'describe'),
	yaml: desk => openText(desk, 'yaml'),
	'next-match': desk => seekOn(desk, 1),
	'previous-match': desk => seekOn(desk, -1),
	fold: desk => {
		const where = desk.document?.open();
		if (where !== undefined) desk.go(where);
	},
	wrap: desk => desk.document?.toggleWrap(),
	copy: desk => {
		const text = desk.document?.line() ?? '';
		if (text === '') desk.say('there is nothing to copy on this line', 'muted');
		else desk.copy(text, 'the line');
	},
	'copy-all': desk => {
		if (desk.document !== undefined) desk.copy(desk.document.whole(), 'all of it');
	},
	save: desk => {
		const {document, session} = desk;
		if (document === undefined) return;
		const {kind, namespace, name} = document.object;
		const file = ['dogwatch', namespace, kind, name, fileStamp(session.world.getState().now)];
		desk.save(`${file.filter(part => part !== '').join('-')}.${document.ending}`, document.whole());
	},
} satisfies Record<string, Command>;

function seekOn(desk: Desk, step: 1 | -1): void {
	const {document} = desk;
	if (document === undefined) return;
	if (document.search === '') desk.say('nothing is searched: / begins', 'muted');
	else if (!document.seekOn(step)) desk.say(`nothing matches /${document.search}`, 'muted');
}
