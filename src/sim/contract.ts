import type {Clock, Random} from '../lib/clock.ts';
import type {JsonObject} from './json.ts';
import type {KubeObject} from './objects.ts';

export interface SimOptions {
	readonly scenario: Scenario;
	readonly clock: Clock;
	/** The same sequence and clock give the same names, uids, versions and events. */
	readonly random: Random;
	/** 0 or missing: any free port. */
	readonly port?: number;
}

/** A cluster that is simulated, behind a real HTTP server on loopback. */
export interface Sim extends Cluster {
	/** `http://127.0.0.1:PORT`. */
	readonly url: string;
	/** Sends every open watch that takes bookmarks one with the newest version: who has read it has read all before. */
	bookmark(): void;
	readonly faults: Faults;
	/** What was asked, the newest last; at most 1,000. */
	readonly requests: readonly {readonly method: string; readonly url: string; readonly at: number}[];
	stop(): Promise<void>;
}

/** The world behind the wire, for scenarios and tests. Resources are named by their plural: `pods`. */
export interface Cluster {
	/** The version of the newest change. */
	readonly resourceVersion: number;
	/** Creates it, or brings labels, annotations, spec, data and (when given) status of the one there to what it says. */
	apply(object: KubeObject): KubeObject;
	/** A merge patch, on the status too. Throws when the object is not there. */
	patch(resource: string, namespace: string, name: string, patch: JsonObject): KubeObject;
	/** As the API does it: pods end in their grace period. Throws when the object is not there. */
	delete(resource: string, namespace: string, name: string): void;
	get(resource: string, namespace: string, name: string): KubeObject | undefined;
	/** Of one namespace, or of all when it is empty, sorted by namespace and name. */
	list(resource: string, namespace?: string): readonly KubeObject[];
	/** What the first container of a pod has written in the last `lastMs`; empty when it does not run. */
	log(namespace: string, pod: string, lastMs: number): readonly string[];
}

/** A story that a cluster tells. Everything in it is data or pure. */
export interface Scenario {
	readonly id: string;
	readonly title: string;
	/** One sentence. */
	readonly story: string;
	/** Where to look. */
	readonly namespace: string;
	/** How long the cluster has lived when the simulation starts: that past is run through before. */
	readonly ageMs: number;
	/** What is there at the beginning of its life. */
	objects(): readonly KubeObject[];
	/** How pods behave; the first that fits and has the wanted part counts. A pod's annotation `simulated/life` names a life instead. */
	readonly behaviours: readonly Behaviour[];
	readonly script: readonly Step[];
	/** What one ought to be told, and how soon. */
	readonly verdict: {
		readonly workload: string;
		/** `healthy`: nothing is ever wrong with anything. */
		readonly mark: 'healthy' | 'progressing' | 'struggling' | 'doomed';
		/** In the words of the first finding: what must be mentioned. */
		readonly says?: RegExp;
		/** After the start, at the latest. */
		readonly withinMs?: number;
	};
}

export interface Step {
	/** After the start; below zero in its past, not before `-ageMs`. */
	readonly atMs: number;
	readonly does: (cluster: Cluster) => void;
}

/** A fact that must hold in a scenario: its documentation and its test. */
export interface ScenarioExample {
	/** After the start. */
	readonly atMs: number;
	/** A sentence. */
	readonly fact: string;
	readonly of: (cluster: Cluster) => unknown;
	readonly is: unknown;
}

export interface Behaviour {
	/** Containers whose pod carries all these labels, and whose image contains this text. */
	readonly of: {readonly labels?: Readonly<Record<string, string>>; readonly image?: string};
	readonly life?: Life;
	readonly logs?: LogScript;
	readonly usage?: (moment: Moment) => Usage;
	/** What it answers to GET /metrics on its ports, in the text format of Prometheus. Nothing listens when missing. */
	readonly metrics?: (moment: Moment) => string;
	/** What its readiness probe gets in place of success; undefined while it succeeds. Asked every 5 s, and believed the third time. */
	readonly unready?: (moment: Moment) => string | undefined;
}

/** The life of a container: from each state there is at most one stage that goes on. */
export interface Life {
	readonly id: string;
	readonly stages: readonly Stage[];
}

export type LifeState =
	| 'scheduled' // on a node, nothing done yet
	| 'creating'
	| 'running' // not ready
	| 'ready'
	| 'exited'
	| 'restarting' // CrashLoopBackOff
	| 'pull-failed' // ErrImagePull
	| 'pull-waiting' // ImagePullBackOff
	| 'config-error'; // CreateContainerConfigError

export interface Stage {
	readonly when: LifeState;
	/** Least and most milliseconds in the state; `back-off` is the kubelet's: 10 s, twice as long each time, up to 300 s. */
	readonly after: readonly [leastMs: number, mostMs: number] | 'back-off' | 'readiness';
	readonly becomes: LifeState;
	/** How it ends, for `exited`. */
	readonly exit?: {readonly code: number; readonly reason: string};
	/** Why, for `pull-failed` and `config-error`; `{image}` stands for the image. */
	readonly message?: string;
	/** What is reported beside what the kubelet always reports; `{container}` stands for the container. */
	readonly events?: readonly {
		readonly type: 'Normal' | 'Warning';
		readonly reason: string;
		readonly message: string;
	}[];
}

/** What a container writes, as a function of time: nothing is stored, and any second can be asked for. */
export interface LogScript {
	/** Its first lines, 50 ms apart. */
	readonly starting?: readonly string[];
	/** The lines of one second of its life, spread over it. A text with line feeds is written at once: its lines have the same time. */
	readonly serving?: (moment: Moment) => readonly string[];
	/** Its last lines, when it ends by itself with a code that is not 0; they have the same time. */
	readonly ending?: readonly string[];
	/** How often the kubelet begins a new file: what was written before the last time cannot be read any more. Never when missing. */
	readonly rotatesMs?: number;
}

/** A moment in the run of a container. */
export interface Moment {
	/** Milliseconds since 1970. */
	readonly now: number;
	/** Since the story began; below zero in its past. */
	readonly storyMs: number;
	readonly sinceStartMs: number;
	/** How long this run will last; Infinity when nothing ends it. */
	readonly runMs: number;
	/** Which container: the same in all moments of all its runs. */
	readonly seed: number;
	/** Of this container in this second. */
	readonly random: Random;
}

/** CPU in cores, memory in bytes. */
export interface Usage {
	readonly cpu: number;
	readonly memory: number;
}

/** What can go wrong between a client and this cluster. Paths are prefixes of the URL, its query included. */
export interface Faults {
	/** Answers the next `times` requests itself: a Status body is made from the code when there is no body. */
	answer(rule: {
		readonly path: string;
		readonly status: number;
		readonly times?: number;
		readonly body?: string;
		readonly headers?: Readonly<Record<string, string>>;
	}): void;
	/** Accepts the next `times` requests and says nothing. */
	hang(path: string, times?: number): void;
	/** Takes a right away: 403 with Kubernetes' words, and access reviews say so. `resource` may be `pods/log`; `*` is any verb. */
	forbid(verb: string, resource: string, namespace?: string): void;
	/** Ends all open watches: properly, by a reset, or after half an event. */
	cutWatches(how: 'clean' | 'reset' | 'mid-line'): void;
	/** Ends all followed logs: properly, by a reset, or in the middle of the next line. */
	cutLogs(how: 'clean' | 'reset' | 'mid-line'): void;
	/** Writes a line of its own to all open watches. */
	sendLine(line: string): void;
	/** Nothing listens any more, and all connections are gone, until `accept`. */
	refuse(): Promise<void>;
	accept(): Promise<void>;
	/** Forgets all that happened before now: older versions and continue tokens are answered with 410. */
	expireHistory(): void;
	/** Lets an object grow by an annotation of `bytes` (1 MB when missing). */
	swell(resource: string, namespace: string, name: string, bytes?: number): void;
	/** Every answer takes that much longer, by the clock. */
	slow(latencyMs: number): void;
	/** Forgets rules, rights taken and latency. */
	clear(): void;
}
