import type {V1Deployment} from '@kubernetes/client-node';
import type {Intern} from '../../../lib/intern.ts';
import type {Wire} from '../../../model/wire.ts';
import type {WorkloadRow} from '../../../model/workload.ts';
import {conditionsOf} from '../../conditions.ts';
import {amountText, fieldsOf, numberOf, textOf} from '../../json.ts';
import {annotationOf, isObserved, metadataOf, selectorOf} from '../../metadata.ts';
import {managerOf} from '../../applied-by.ts';
import {templateOf} from '../../template.ts';

export function projectDeployment(object: Wire<V1Deployment>, intern: Intern): WorkloadRow {
	const {metadata, spec, status} = fieldsOf(object);
	const deadlineSeconds = numberOf(spec?.progressDeadlineSeconds);
	return {
		kind: 'deployment',
		...metadataOf(metadata, intern),
		// The API's default.
		wanted: numberOf(spec?.replicas) ?? 1,
		current: numberOf(status?.replicas) ?? 0,
		updated: numberOf(status?.updatedReplicas) ?? 0,
		ready: numberOf(status?.readyReplicas) ?? 0,
		available: numberOf(status?.availableReplicas) ?? 0,
		observed: isObserved(metadata, status?.observedGeneration),
		paused: spec?.paused === true,
		strategy: intern.text(textOf(spec?.strategy?.type) || 'RollingUpdate'),
		revision: annotationOf(metadata, 'deployment.kubernetes.io/revision'),
		currentHash: '',
		updateHash: '',
		partition: 0,
		ordered: false,
		progressDeadlineMs: deadlineSeconds === undefined ? undefined : deadlineSeconds * 1000,
		selector: selectorOf(spec?.selector, intern),
		...templateOf(spec?.template, intern),
		surge: amountText(spec?.strategy?.rollingUpdate?.maxSurge),
		unavailable: amountText(spec?.strategy?.rollingUpdate?.maxUnavailable),
		minReadyMs: (numberOf(spec?.minReadySeconds) ?? 0) * 1000,
		manager: intern.text(managerOf(metadata)),
		conditions: conditionsOf(status?.conditions, intern),
	};
}
