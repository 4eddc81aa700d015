import type {Scenario} from '../../contract.ts';
import {behaviours} from '../../shop/behaviours.ts';
import {releases, SHOP_AGE_MS} from '../../shop/history.ts';
import {SHOP} from '../../shop/names.ts';
import {shopObjects} from '../../shop/objects.ts';

export default {
	id: 'calm',
	title: 'A quiet evening',
	story: 'The shop works: its last release was two hours ago, and nothing needs you.',
	namespace: SHOP,
	ageMs: SHOP_AGE_MS,
	objects: shopObjects,
	behaviours,
	script: releases,
	verdict: {workload: 'api', mark: 'healthy'},
} satisfies Scenario;
