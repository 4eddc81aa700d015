import type {V1Pod, V1PodCondition} from '@kubernetes/client-node';
import type {Intern} from '../../../lib/intern.ts';
import type {PodRow} from '../../../model/pod.ts';
import type {Wire} from '../../../model/wire.ts';
import {conditionsOf, isTrue} from '../../conditions.ts';
import {fieldsOf, listOf, textOf} from '../../json.ts';
import {metadataOf} from '../../metadata.ts';
import {podSpecOf} from '../../pod-spec.ts';
import {containersOf} from './containers.ts';
import {sumOf} from './resources.ts';
import {prometheusOf} from './prometheus.ts';
import {printedStatus} from './status.ts';

/** A pod's row. It is the kind of which there are tens of thousands, so what repeats is shared and what is not read is left out. */
export function projectPod(object: Wire<V1Pod>, intern: Intern): PodRow {
	const pod = fieldsOf(object);
	const meta = metadataOf(pod.metadata, intern);
	const containers = containersOf(pod, intern);
	const conditions = conditionsOf(listOf(pod.status?.conditions).filter(isTelling), intern);
	const printed = printedStatus(pod);
	const prometheus = prometheusOf(pod.metadata, intern);
	return {
		kind: 'pod',
		...meta,
		status: intern.text(printed.status),
		phase: intern.text(textOf(pod.status?.phase)),
		reason: intern.text(textOf(pod.status?.reason)),
		message: intern.text(textOf(pod.status?.message)),
		readyContainers: printed.readyContainers,
		totalContainers: printed.totalContainers,
		restarts: printed.restarts,
		lastRestartAt: printed.lastRestartAt,
		ready: isTrue(conditions, 'Ready'),
		node: intern.text(textOf(pod.spec?.nodeName)),
		ip: textOf(pod.status?.podIP),
		containers,
		spec: podSpecOf(pod.spec, intern),
		requests: sumOf(containers, 'requests', pod.spec?.resources, intern),
		limits: sumOf(containers, 'limits', pod.spec?.resources, intern),
		revisionHash: intern.text(meta.labels['pod-template-hash'] ?? meta.labels['controller-revision-hash'] ?? ''),
		conditions,
		// A field that is not there takes no memory.
		...(prometheus && {prometheus}),
	};
}

/** Every running pod has four more that are simply true: they say what its status says, and would be a third of its row. */
function isTelling({type, status, reason, message}: Wire<V1PodCondition>): boolean {
	return type === 'Ready' || status !== 'True' || textOf(reason) !== '' || textOf(message) !== '';
}
