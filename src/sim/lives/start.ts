import type {Stage} from '../contract.ts';

/** From a node to the first run, as long as nothing is wrong. */
export const start: readonly Stage[] = [
	{when: 'scheduled', after: [100, 400], becomes: 'creating'},
	{when: 'creating', after: [600, 1500], becomes: 'running'},
];

/** After an end: the next run, later each time. */
export const restart: readonly Stage[] = [
	{when: 'exited', after: [800, 1200], becomes: 'restarting'},
	{when: 'restarting', after: 'back-off', becomes: 'running'},
];
