import {render} from 'ink';
import {createInkStdout, INERT_STDIN} from '../../terminal/ink-stdout.ts';
import type {Screen} from '../../terminal/screen.ts';
import type {ChromePainter} from '../app.ts';
import {Chrome} from './chrome.tsx';
import type {ChromeModel} from './model.ts';

/**
 * Lets Ink draw the chrome into our screen. In debug mode it writes each frame whole, at once and without control
 * sequences; the screen finds the cells that changed. It is asked only when the model changed: a frame of Ink costs
 * more than everything else.
 */
export function mountChrome(screen: Screen): ChromePainter & {readonly unmount: () => void} {
	const stdout = createInkStdout(screen, {columns: 80, rows: 24});
	let shown: string | undefined;
	let ink: ReturnType<typeof render> | undefined;
	return {
		draw(model) {
			const key = keyOf(model);
			if (key === shown) return;
			shown = key;
			stdout.columns = model.columns;
			stdout.rows = model.rows;
			const tree = <Chrome {...model} />;
			if (ink === undefined) ink = render(tree, {stdout, stdin: INERT_STDIN, ...OPTIONS});
			else ink.rerender(tree);
		},
		unmount: () => ink?.unmount(),
	};
}

const OPTIONS = {debug: true, interactive: true, patchConsole: false, exitOnCtrlC: false} as const;

/** Everything that React would draw; the cursor is the screen's own. */
function keyOf({cursor: _, ...drawn}: ChromeModel): string {
	return JSON.stringify(drawn);
}
