import type {LogSource} from '../../model/log.ts';
import type {ContainerRow, PodRow} from '../../model/pod.ts';
import type {Join} from '../../services/join.ts';

/** A container's log that somebody wants to be read, and which run of the container is there. */
export interface WantedLog {
	readonly source: LogSource;
	/** Changes when the container was started again. */
	readonly run: string;
	readonly pod: PodRow;
	readonly container: ContainerRow;
}

/** Gives each log one source for as long as nothing that it says of itself changes. */
export function createSources(): (
	join: Pick<Join, 'service' | 'workloadOf' | 'revisionOf'>,
	pod: PodRow,
	container: ContainerRow,
	previous: boolean,
) => WantedLog {
	const known = new Map<string, LogSource>();
	return (join, pod, container, previous) => {
		const key = `${pod.uid}/${container.name}${previous ? '/previous' : ''}`;
		const workload = join.workloadOf(pod) ?? '';
		const service = join.service(workload) === undefined ? '' : workload;
		const revision = revisionOf(join, pod);
		const before = known.get(key);
		if (before?.service === service && before.revision === revision) return wanted(before, pod, container);
		const {namespace, name, uid} = pod;
		const source = {
			key,
			namespace,
			pod: name,
			podUid: uid,
			container: container.name,
			previous,
			revision,
			service,
		};
		if (known.size >= SOURCES_MAX) known.clear();
		known.set(key, source);
		return wanted(source, pod, container);
	};
}

/** More pods than come and go while somebody looks: then all are made anew once. */
const SOURCES_MAX = 5000;

function wanted(source: LogSource, pod: PodRow, container: ContainerRow): WantedLog {
	return {source, run: `${container.restarts}`, pod, container};
}

/** Its label on the home screen: `rev 42`. */
function revisionOf(join: Pick<Join, 'revisionOf'>, pod: PodRow): string {
	const row = join.revisionOf(pod);
	if (row === undefined) return '';
	return row.revision === 0 ? row.hash : `rev ${row.revision}`;
}
