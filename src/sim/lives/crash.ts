import type {Life} from '../contract.ts';
import {restart, start} from './start.ts';

/** Exits with that code at every start, `afterMs` (least, most) after it; a readiness probe never succeeds before. */
export function crash(code: number, afterMs: readonly [number, number]): Life {
	return {
		id: 'crash',
		stages: [
			...start,
			{when: 'running', after: afterMs, becomes: 'exited', exit: {code, reason: 'Error'}},
			...restart,
		],
	};
}
