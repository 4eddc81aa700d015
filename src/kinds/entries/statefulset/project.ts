import type {V1StatefulSet} from '@kubernetes/client-node';
import type {Intern} from '../../../lib/intern.ts';
import type {Wire} from '../../../model/wire.ts';
import type {WorkloadRow} from '../../../model/workload.ts';
import {conditionsOf} from '../../conditions.ts';
import {amountText, fieldsOf, numberOf, textOf} from '../../json.ts';
import {isObserved, metadataOf, selectorOf} from '../../metadata.ts';
import {managerOf} from '../../applied-by.ts';
import {templateOf} from '../../template.ts';

export function projectStatefulSet(object: Wire<V1StatefulSet>, intern: Intern): WorkloadRow {
	const {metadata, spec, status} = fieldsOf(object);
	return {
		kind: 'statefulset',
		...metadataOf(metadata, intern),
		// The API's default.
		wanted: numberOf(spec?.replicas) ?? 1,
		current: numberOf(status?.replicas) ?? 0,
		updated: numberOf(status?.updatedReplicas) ?? 0,
		ready: numberOf(status?.readyReplicas) ?? 0,
		available: numberOf(status?.availableReplicas) ?? 0,
		observed: isObserved(metadata, status?.observedGeneration),
		paused: false,
		strategy: intern.text(textOf(spec?.updateStrategy?.type) || 'RollingUpdate'),
		revision: '',
		currentHash: textOf(status?.currentRevision),
		updateHash: textOf(status?.updateRevision),
		partition: numberOf(spec?.updateStrategy?.rollingUpdate?.partition) ?? 0,
		// The API's default is OrderedReady.
		ordered: spec?.podManagementPolicy !== 'Parallel',
		progressDeadlineMs: undefined,
		selector: selectorOf(spec?.selector, intern),
		...templateOf(spec?.template, intern),
		surge: '',
		unavailable: amountText(spec?.updateStrategy?.rollingUpdate?.maxUnavailable),
		minReadyMs: (numberOf(spec?.minReadySeconds) ?? 0) * 1000,
		manager: intern.text(managerOf(metadata)),
		conditions: conditionsOf(status?.conditions, intern),
	};
}
