import type {Life} from '../contract.ts';
import {restart, start} from './start.ts';

/** Works, until its liveness probe fails and the kubelet ends it, `afterMs` (least, most) after it became ready; again and again. */
export function livenessKill(afterMs: readonly [number, number], detail: string): Life {
	return {
		id: 'liveness-kill',
		stages: [
			...start,
			{when: 'running', after: 'readiness', becomes: 'ready'},
			{
				when: 'ready',
				after: afterMs,
				becomes: 'exited',
				exit: {code: 137, reason: 'Error'},
				events: [
					{type: 'Warning', reason: 'Unhealthy', message: `Liveness probe failed: ${detail}`},
					{
						type: 'Normal',
						reason: 'Killing',
						message: 'Container {container} failed liveness probe, will be restarted',
					},
				],
			},
			...restart,
		],
	};
}
