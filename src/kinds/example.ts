import type {Placement} from '../model/placement.ts';
import type {ContainerSpec, PodSpec} from '../model/pod-spec.ts';
import type {Mark, Row} from '../model/row.ts';
import type {Usage} from '../model/usage.ts';
import type {Drill, RestartCount} from './contract.ts';

/** What goes into a kind and what must come out: its documentation and its test. */
export interface KindExample<R extends Row = Row> {
	/** A sentence. */
	readonly name: string;
	/** As the API sends it. */
	readonly object: unknown;
	/** The whole row, or the fields that matter here, each of them whole. */
	readonly row?: Partial<R>;
	/** RFC 3339: when it is looked at; noon of the day of the examples when missing. */
	readonly now?: string;
	readonly usage?: Usage;
	readonly restarts?: RestartCount;
	/** Text of some columns by their id. */
	readonly cells?: Readonly<Record<string, string>>;
	readonly mark?: Mark;
	readonly drill?: Drill;
}

/** When an example is looked at that does not say. */
export const EXAMPLES_NOW = '2026-11-24T12:00:00Z';

/** May run on any node. */
const ANYWHERE: Placement = {
	scheduler: 'default-scheduler',
	gates: [],
	terms: [],
	spread: [],
	hostPorts: [],
	requests: {},
};

/** What a template says that names images and nothing else: the API's defaults. */
export function plainSpec(containers: readonly Partial<ContainerSpec>[]): PodSpec {
	return {
		containers: containers.map(container => ({
			name: '',
			image: '',
			role: 'app',
			command: [],
			args: [],
			env: [],
			envFrom: [],
			liveness: undefined,
			readiness: undefined,
			startup: undefined,
			requests: {cpu: undefined, memory: undefined},
			limits: {cpu: undefined, memory: undefined},
			ports: [],
			hasPreStop: false,
			...container,
		})),
		volumes: [],
		nodeSelector: {},
		nodeAffinity: [],
		tolerations: [],
		serviceAccount: '',
		pullSecrets: [],
		priorityClass: '',
		graceMs: 30_000,
		readinessGates: [],
		restartPolicy: 'Always',
		placement: ANYWHERE,
	};
}
