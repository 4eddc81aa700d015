import type {Life} from '../contract.ts';
import {start} from './start.ts';

/** Starts, becomes ready, and stays so. */
export const normal: Life = {id: 'normal', stages: [...start, {when: 'running', after: 'readiness', becomes: 'ready'}]};
