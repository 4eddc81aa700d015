import type {Life} from '../contract.ts';
import {start} from './start.ts';

/** Runs at once, and is ready only `afterMs` (least, most) later. */
export function slowStart(afterMs: readonly [number, number]): Life {
	return {id: 'slow-start', stages: [...start, {when: 'running', after: afterMs, becomes: 'ready'}]};
}
