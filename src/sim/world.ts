import type {Random} from '../lib/clock.ts';
import type {Behaviour} from './contract.ts';
import type {Runs} from './kubelet/run.ts';
import type {Recorder} from './recorder.ts';
import type {Registry} from './storage/registry.ts';
import type {Store} from './storage/store.ts';
import type {Timeline} from './timeline.ts';

/** What controllers, kubelets and the server share: the API, the time, chance, and how pods behave. */
export interface World {
	readonly store: Store;
	readonly registry: Registry;
	readonly recorder: Recorder;
	readonly timeline: Timeline;
	/** When the story begins and its past ends; milliseconds since 1970. */
	readonly beganAt: number;
	readonly random: Random;
	readonly behaviours: readonly Behaviour[];
	/** Runs of the containers of all pods that there are, by `runKeyOf`. Written by the kubelets. */
	readonly runs: Map<string, Runs>;
}
