import type {V1ReplicaSet} from '@kubernetes/client-node';
import type {Intern} from '../../../lib/intern.ts';
import type {Wire} from '../../../model/wire.ts';
import type {RevisionRow} from '../../../model/workload.ts';
import {conditionsOf} from '../../conditions.ts';
import {fieldsOf, numberOf} from '../../json.ts';
import {annotationOf, metadataOf} from '../../metadata.ts';
import {templateOf} from '../../template.ts';

export function projectReplicaSet(object: Wire<V1ReplicaSet>, intern: Intern): RevisionRow {
	const {metadata, spec, status} = fieldsOf(object);
	const meta = metadataOf(metadata, intern);
	const {images, template} = templateOf(spec?.template, intern);
	return {
		kind: 'replicaset',
		...meta,
		revision: numberOf(annotationOf(metadata, 'deployment.kubernetes.io/revision')) ?? 0,
		hash: meta.labels['pod-template-hash'] ?? '',
		// The API's default.
		wanted: numberOf(spec?.replicas) ?? 1,
		current: numberOf(status?.replicas) ?? 0,
		ready: numberOf(status?.readyReplicas) ?? 0,
		available: numberOf(status?.availableReplicas) ?? 0,
		images,
		template,
		changeCause: annotationOf(metadata, 'kubernetes.io/change-cause'),
		conditions: conditionsOf(status?.conditions, intern),
	};
}
