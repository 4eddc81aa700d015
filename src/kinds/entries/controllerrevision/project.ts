import type {V1ControllerRevision, V1PodTemplateSpec} from '@kubernetes/client-node';
import type {Intern} from '../../../lib/intern.ts';
import type {Wire} from '../../../model/wire.ts';
import type {RevisionRow} from '../../../model/workload.ts';
import {fieldsOf, numberOf} from '../../json.ts';
import {annotationOf, metadataOf} from '../../metadata.ts';
import {templateOf} from '../../template.ts';

/** The template is kept as opaque data: StatefulSets and DaemonSets write the patch that restores it. */
type WireRevision = Wire<Omit<V1ControllerRevision, 'data'>> & {
	readonly data?: {readonly spec?: {readonly template?: Wire<V1PodTemplateSpec>}};
};

export function projectControllerRevision(object: WireRevision, intern: Intern): RevisionRow {
	const {metadata, revision, data} = fieldsOf(object);
	const meta = metadataOf(metadata, intern);
	const {images, template} = templateOf(data?.spec?.template, intern);
	return {
		kind: 'controllerrevision',
		...meta,
		revision: numberOf(revision) ?? 0,
		// The pods of a DaemonSet carry the hash, which its revisions carry too; those of a StatefulSet the revision's name.
		hash: meta.labels['controller-revision-hash'] ?? meta.name,
		wanted: 0,
		current: 0,
		ready: 0,
		available: 0,
		images,
		template,
		changeCause: annotationOf(metadata, 'kubernetes.io/change-cause'),
		conditions: [],
	};
}
