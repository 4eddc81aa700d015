import type {V1DaemonSet} from '@kubernetes/client-node';
import type {Intern} from '../../../lib/intern.ts';
import type {Wire} from '../../../model/wire.ts';
import type {WorkloadRow} from '../../../model/workload.ts';
import {conditionsOf} from '../../conditions.ts';
import {amountText, fieldsOf, numberOf, textOf} from '../../json.ts';
import {isObserved, metadataOf, selectorOf} from '../../metadata.ts';
import {managerOf} from '../../applied-by.ts';
import {templateOf} from '../../template.ts';

/** A DaemonSet's replicas are the nodes that should run it; its status alone counts them. */
export function projectDaemonSet(object: Wire<V1DaemonSet>, intern: Intern): WorkloadRow {
	const {metadata, spec, status} = fieldsOf(object);
	return {
		kind: 'daemonset',
		...metadataOf(metadata, intern),
		wanted: numberOf(status?.desiredNumberScheduled) ?? 0,
		current: numberOf(status?.currentNumberScheduled) ?? 0,
		updated: numberOf(status?.updatedNumberScheduled) ?? 0,
		ready: numberOf(status?.numberReady) ?? 0,
		available: numberOf(status?.numberAvailable) ?? 0,
		observed: isObserved(metadata, status?.observedGeneration),
		paused: false,
		strategy: intern.text(textOf(spec?.updateStrategy?.type) || 'RollingUpdate'),
		revision: '',
		currentHash: '',
		updateHash: '',
		partition: 0,
		ordered: false,
		progressDeadlineMs: undefined,
		selector: selectorOf(spec?.selector, intern),
		...templateOf(spec?.template, intern),
		surge: amountText(spec?.updateStrategy?.rollingUpdate?.maxSurge),
		unavailable: amountText(spec?.updateStrategy?.rollingUpdate?.maxUnavailable),
		minReadyMs: (numberOf(spec?.minReadySeconds) ?? 0) * 1000,
		manager: intern.text(managerOf(metadata)),
		conditions: conditionsOf(status?.conditions, intern),
	};
}
