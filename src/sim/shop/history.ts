import type {Step} from '../contract.ts';
import {apiDeployment} from './api.ts';
import {mailerDeployment, workerDeployment} from './backing.ts';
import {apiRevisions} from './objects.ts';

const MINUTE_MS = 60_000;

/** How long the shop has been running when a story begins. */
export const SHOP_AGE_MS = 6 * 60 * MINUTE_MS;

/** The releases of the last hours; all of them went well. */
export const releases: readonly Step[] = [
	{atMs: -250 * MINUTE_MS, does: cluster => cluster.apply(apiDeployment(apiRevisions.second))},
	{atMs: -190 * MINUTE_MS, does: cluster => cluster.apply(workerDeployment('2.2.0', 'worker 2.2.0: retries'))},
	{atMs: -125 * MINUTE_MS, does: cluster => cluster.apply(apiDeployment(apiRevisions.third))},
	{atMs: -47 * MINUTE_MS, does: cluster => cluster.apply(mailerDeployment('1.4.1', 'mailer 1.4.1: new footer'))},
];
