import type {ObjectRef} from '../../model/finding.ts';
import type {LogSelection} from '../../model/log.ts';
import type {ServiceObjectRow} from '../../model/network.ts';
import type {ContainerRow, PodRow} from '../../model/pod.ts';
import type {Row} from '../../model/row.ts';
import type {Join} from '../../services/join.ts';
import type {Collection} from '../../store/collection.ts';

/** The containers whose logs a screen shows, as of now: by namespace, pod and container. */
export function selectedContainers(
	selection: LogSelection,
	join: Pick<Join, 'podsOwnedBy' | 'behind'>,
	collections: Readonly<Record<string, Collection>>,
): readonly {readonly pod: PodRow; readonly container: ContainerRow}[] {
	const pods = new Map<string, PodRow>();
	for (const object of selection.of) for (const pod of podsOf(object, join, collections)) pods.set(pod.uid, pod);
	return [...pods.values()]
		.toSorted((a, b) => compare(a.namespace, b.namespace) || compare(a.name, b.name))
		.flatMap(pod => containersOf(pod, selection).map(container => ({pod, container})));
}

function podsOf(
	object: ObjectRef,
	join: Pick<Join, 'podsOwnedBy' | 'behind'>,
	collections: Readonly<Record<string, Collection>>,
): readonly PodRow[] {
	const pods = (collections['pod']?.rows ?? NOTHING) as ReadonlyMap<string, PodRow>;
	switch (object.kind) {
		case 'pod': {
			const pod = pods.get(object.uid);
			return pod === undefined ? [] : [pod];
		}
		case 'namespace':
			return [...pods.values()].filter(({namespace}) => namespace === object.name);
		case 'service': {
			const service = collections['service']?.rows.get(object.uid) as ServiceObjectRow | undefined;
			return service === undefined ? [] : join.behind(service).flatMap(row => row.pods);
		}
		default:
			return join.podsOwnedBy(object.uid);
	}
}

const NOTHING: ReadonlyMap<string, Row> = new Map();

/** What a container says before the program starts matters where one looks at one pod, and where it did not get past it. */
function containersOf({containers, ready}: PodRow, {container, of, previous}: LogSelection): readonly ContainerRow[] {
	const isOne = of.length === 1 && of[0]?.kind === 'pod';
	return containers.filter(({name, role, restarts}) => {
		if (container !== undefined) return name === container;
		if (previous && restarts === 0) return false;
		return role !== 'init' || isOne || !ready;
	});
}

function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}
