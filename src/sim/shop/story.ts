import type {Behaviour, Scenario, Step} from '../contract.ts';
import {apiDeployment, type ApiRevision} from './api.ts';
import {behaviours} from './behaviours.ts';
import {releases, SHOP_AGE_MS} from './history.ts';
import {SHOP} from './names.ts';
import {shopObjects} from './objects.ts';

/** When the stories of the shop begin, after the start: long enough to see that all was well. */
export const BEGIN_MS = 20_000;

/** The release that the stories are about. */
const NEXT_VERSION = '1.9.0';

/** A story of the shop; what it does not say is as on a quiet evening. */
export function shopStory({
	behaviours: own = [],
	script = [],
	...story
}: Pick<Scenario, 'id' | 'title' | 'story' | 'verdict'> &
	Partial<Pick<Scenario, 'behaviours' | 'script' | 'objects'>>): Scenario {
	return {
		namespace: SHOP,
		ageMs: SHOP_AGE_MS,
		objects: shopObjects,
		...story,
		behaviours: [...own, ...behaviours],
		script: [...releases, ...script],
	};
}

/** The release of the api at the beginning of the story, with what is different in it. */
export function release(fields: Omit<ApiRevision, 'version'>): Step {
	return {atMs: BEGIN_MS, does: cluster => cluster.apply(apiDeployment({version: NEXT_VERSION, ...fields}))};
}

/** How the pods of that release behave. */
export function released(behaviour: Omit<Behaviour, 'of'>): Behaviour {
	return {of: {image: `shop/api:${NEXT_VERSION}`}, ...behaviour};
}
