import type {Screen} from '../../terminal/screen.ts';
import type {ChromePainter} from '../app.ts';

/**
 * Header and footer without React: the first frames, before Ink is loaded, and frames that are printed as text.
 * It draws no dialogs; whoever opens one in the first tenth of a second sees it when Ink is there.
 */
export function createPaintedChrome(screen: Screen): ChromePainter & {readonly clear: () => void} {
	return {
		draw({columns, rows, header, footer}) {
			screen.paint('header', {x: 0, y: 0, width: columns, height: 1}, [header]);
			if (footer === undefined) screen.unpaint('footer');
			else screen.paint('footer', {x: 0, y: rows - 1, width: columns, height: 1}, [footer]);
		},
		clear() {
			screen.unpaint('header');
			screen.unpaint('footer');
		},
	};
}
