import type {Scenario} from '../../contract.ts';
import {oom} from '../../lives/oom.ts';
import {apiDeployment} from '../../shop/api.ts';
import {behaviours} from '../../shop/behaviours.ts';
import {releases, SHOP_AGE_MS} from '../../shop/history.ts';
import {SHOP} from '../../shop/names.ts';
import {shopObjects} from '../../shop/objects.ts';
import {climbing} from '../../shop/usage.ts';

const LEAKING = {version: '1.8.3', cause: 'api 1.8.3: cache prices in memory'};

/** Longer than the ten minutes after which the kubelet forgets a crash: each kill is followed by a start at once. */
const RUN_MS = [620_000, 800_000] as const;

export default {
	id: 'oom',
	title: 'A leak',
	story: 'The memory of the api climbs until the kernel kills it at its limit, one pod after the other, again and again.',
	namespace: SHOP,
	ageMs: SHOP_AGE_MS,
	objects: shopObjects,
	behaviours: [
		{of: {image: `shop/api:${LEAKING.version}`}, life: oom(RUN_MS), usage: climbing(0.13, 190, 510)},
		...behaviours,
	],
	script: [...releases, {atMs: -75 * 60_000, does: cluster => cluster.apply(apiDeployment(LEAKING))}],
	verdict: {workload: 'api', mark: 'struggling'},
} satisfies Scenario;
