import type {Clock} from '../../lib/clock.ts';
import type {History} from '../storage/history.ts';
import type {Wire} from '../storage/wire.ts';
import type {World} from '../world.ts';
import type {FaultRules} from './faults.ts';
import type {Followers} from './followers.ts';
import type {Watchers} from './watchers.ts';

/** What every handler of the server needs. */
export interface Context {
	readonly world: World;
	readonly clock: Clock;
	readonly history: History;
	readonly wire: Wire;
	readonly watchers: Watchers;
	readonly followers: Followers;
	readonly rules: FaultRules;
}
