import type {Controller} from './contract.ts';
import daemonset from './daemonset.ts';
import deployment from './deployment.ts';
import endpoints from './endpoints.ts';
import job from './job.ts';
import replicaset from './replicaset.ts';
import scheduler from './scheduler.ts';
import statefulset from './statefulset.ts';

/** Those that are woken by changes; the autoscalers and the collector live by the clock. */
export const controllers: readonly Controller[] = [
	deployment,
	replicaset,
	statefulset,
	daemonset,
	job,
	scheduler,
	endpoints,
];
