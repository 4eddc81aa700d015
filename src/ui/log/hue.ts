import {hashOf} from '../../lib/hash.ts';
import type {Style} from '../../terminal/line.ts';
import type {Theme} from '../theme/theme.ts';

/** A pod's own colour: the same as long as its name is, on every screen. Undefined where there are none. */
export function hueOf(pod: string, {hues}: Theme): Style | undefined {
	return hues[Number.parseInt(hashOf(pod), 36) % hues.length];
}
