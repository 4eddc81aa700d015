import type {Column} from '../../../kinds/contract.ts';
import {kindById} from '../../../kinds/lookup.ts';
import type {PodRow} from '../../../model/pod.ts';
import type {Row} from '../../../model/row.ts';
import {isOfRevision} from '../../../services/revisions.ts';
import {defineTablePane, type PaneInput} from '../../contract.ts';
import {openObject} from '../../open/object.ts';
import type {RolloutArgument} from '../../open/service.ts';

/** A pod with the revision that it was made from: `rev 42`, and whether that is the newest. */
interface RolloutPod extends PodRow {
	readonly revision: string;
}

/** The pods of a rollout, each by itself: those of the newest revision first, the worst of them first. */
export default defineTablePane<RolloutPod>({
	id: 'rollout-pods',
	shape: 'table',
	title: ({argument}) => `${(argument as RolloutArgument).name} pods`,
	kinds: () => ['pod'],
	rows: podsOf,
	wholeKind: () => undefined,
	columns: () => [REVISION, ...(kindById('pod')?.columns ?? []).filter(isOfProgress)],
	sortedBy: () => undefined,
	worstFirst: () => false,
	mark: (row, facts) => kindById('pod')?.mark(row, facts) ?? 'unknown',
	enter: (row, {world}) => openObject(row, world),
	empty: ({argument, world}) => {
		const {uid, name} = argument as RolloutArgument;
		return world.services.some(service => service.uid === uid) ? `${name} has no pods` : `${name} is gone`;
	},
});

/** Usage is for later: it would cost the words that tell how a pod is doing. */
function isOfProgress({id}: Column): boolean {
	return !/^(?:cpu|memory)/.test(id);
}

const REVISION: Column<RolloutPod> = {
	id: 'revision',
	title: 'REV',
	width: {min: 3, max: 10},
	priority: 2,
	value: ({revision}) => revision,
};

function podsOf({argument, world, session}: PaneInput): readonly Row[] & readonly RolloutPod[] {
	const service = world.services.find(({uid}) => uid === (argument as RolloutArgument).uid);
	if (service === undefined) return [];
	const {pods, current} = service;
	const isNew = (pod: PodRow): boolean => current !== undefined && isOfRevision(pod, current);
	const ordered = [...pods.filter(isNew), ...pods.filter(pod => !isNew(pod))];
	return ordered.map(pod => {
		const revision = session.join.revisionOf(pod);
		const number = revision === undefined || revision.revision === 0 ? pod.revisionHash : String(revision.revision);
		return {...pod, revision: number === '' ? '–' : number};
	});
}
