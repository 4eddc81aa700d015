import type {Life} from '../contract.ts';
import {start} from './start.ts';

/** Runs, and its readiness probe never succeeds: `detail` is what the probe gets. */
export function unready(detail = 'HTTP probe failed with statuscode: 503'): Life {
	return {
		id: 'unready',
		stages: [
			...start,
			{
				when: 'running',
				after: [10_000, 10_000],
				becomes: 'running',
				events: [{type: 'Warning', reason: 'Unhealthy', message: `Readiness probe failed: ${detail}`}],
			},
		],
	};
}
