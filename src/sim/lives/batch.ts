import type {Life} from '../contract.ts';
import {start} from './start.ts';

/** Does its work in some seconds and is done: what pods of Jobs do by default. */
export const batch: Life = {
	id: 'batch',
	stages: [
		...start,
		{when: 'running', after: 'readiness', becomes: 'ready'},
		{when: 'ready', after: [2000, 4000], becomes: 'exited', exit: {code: 0, reason: 'Completed'}},
	],
};
