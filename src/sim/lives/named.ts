import type {Life} from '../contract.ts';
import {batch} from './batch.ts';
import {configError} from './config-error.ts';
import {crash} from './crash.ts';
import {imagePull} from './image-pull.ts';
import {normal} from './normal.ts';
import {oom} from './oom.ts';
import {slowStart} from './slow-start.ts';
import {unready} from './unready.ts';

/** The annotation by which a pod asks for a life of its own. */
export const LIFE_ANNOTATION = 'simulated/life';

const LIVES: readonly Life[] = [
	normal,
	batch,
	crash(1, [1500, 2500]),
	oom([20_000, 30_000]),
	imagePull(),
	configError('secret "missing" not found'),
	unready(),
	slowStart([18_000, 22_000]),
];

/** The life with that id; undefined for none, and for one that nobody knows. */
export function lifeNamed(id: string | undefined): Life | undefined {
	return LIVES.find(life => life.id === id);
}
