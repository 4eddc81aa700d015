import type {Life} from '../contract.ts';
import {start} from './start.ts';

/** Does its work in some seconds and is done: what pods of Jobs do by default. */
export const batch: Life = {
	id: 'batch',
	stages: [...start, {when: 'running', after: [3000, 5000], becomes: 'exited', exit: {code: 0, reason: 'Completed'}}],
};
