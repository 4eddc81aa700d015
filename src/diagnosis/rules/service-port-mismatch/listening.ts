import type {Evidence} from '../../../model/finding.ts';
import type {ServiceObjectRow} from '../../../model/network.ts';
import type {ContainerSpec, PodSpec} from '../../../model/pod-spec.ts';
import type {PodRow} from '../../../model/pod.ts';
import type {Row} from '../../../model/row.ts';
import type {ServiceRow} from '../../../services/service-row.ts';
import type {Cluster} from '../../cluster.ts';
import {readFrom, seenOn} from '../../evidence.ts';
import {podsOf} from '../../service-pods.ts';

/** Where the pods behind a Service listen, as far as anything tells. */
export interface Listening {
	/** What their containers declare. */
	readonly declared: readonly {readonly name: string; readonly port: number; readonly protocol: string}[];
	/** A container declares nothing at all, has not told in its log, and may listen anywhere. */
	readonly isSilent: boolean;
	/** Ports that probes ask, of pods that are ready: somebody answers there. */
	readonly probed: readonly number[];
	/** Where the program says that it listens. */
	readonly logged: readonly number[];
	readonly workloads: readonly Row[];
	readonly evidence: readonly Evidence[];
}

/** Undefined while there is nobody behind the Service. */
export function listeningBehind(service: ServiceObjectRow, cluster: Cluster): Listening | undefined {
	const pods = podsOf(service, cluster);
	const behind = cluster.behind(service).filter(({workload}) => workload.wanted > 0);
	const specs = specsOf(behind, pods);
	if (specs.length === 0) return undefined;
	const containers = specs.flatMap(spec => spec.containers).filter(({role}) => role !== 'init');
	const words = pods.flatMap(pod =>
		pod.containers.flatMap(container => {
			const said = cluster.lastWordsOf(pod, container);
			const {listensOn} = said ?? {};
			return said === undefined || listensOn === undefined ? [] : [{pod, container, said, listensOn}];
		}),
	);
	const subject: Row = behind[0]?.workload ?? pods[0] ?? service;
	const declared = containers.flatMap(({ports}) => ports);
	const probed = pods.some(({ready}) => ready) ? containers.flatMap(probedPorts) : [];
	return {
		declared,
		isSilent: containers.some(
			({name, ports}) => ports.length === 0 && words.every(({container}) => container.name !== name),
		),
		probed: [...new Set(probed)],
		logged: [...new Set(words.map(({listensOn}) => listensOn.port))],
		workloads: behind.map(({workload}) => workload),
		evidence: [
			...words
				.slice(0, 2)
				.map(({pod, container, said, listensOn}) =>
					readFrom(pod, container, said, `listens on ${listensOn.host}:${listensOn.port}`),
				),
			...containers.slice(0, 4).map(container => seenOn(subject, portsWords(container))),
		],
	};
}

/** Of all revisions that serve: in the middle of a rollout a Service must fit one of them. */
function specsOf(behind: readonly ServiceRow[], pods: readonly PodRow[]): readonly PodSpec[] {
	const templates = behind.map(({workload}) => workload.template);
	return [...new Set([...templates, ...pods.map(({spec}) => spec)])];
}

function probedPorts({readiness, liveness, startup, ports}: ContainerSpec): readonly number[] {
	return [readiness, liveness, startup].flatMap(probe => {
		const named = ports.find(({name}) => name !== '' && name === probe?.port)?.port;
		const port = named ?? Number(probe?.port ?? '');
		return Number.isInteger(port) && port > 0 ? [port] : [];
	});
}

function portsWords({name, ports}: ContainerSpec): string {
	if (ports.length === 0) return `container ${name} declares no port`;
	return `container ${name} declares ${ports.map(port => `${port.name} ${port.port}`.trim()).join(', ')}`;
}
