import type {Life} from '../contract.ts';
import {restart, start} from './start.ts';

/** Works well until its memory reaches the limit, `afterMs` (least, most) after it became ready; again and again. */
export function oom(afterMs: readonly [number, number]): Life {
	return {
		id: 'oom',
		stages: [
			...start,
			{when: 'running', after: 'readiness', becomes: 'ready'},
			{when: 'ready', after: afterMs, becomes: 'exited', exit: {code: 137, reason: 'OOMKilled'}},
			...restart,
		],
	};
}
