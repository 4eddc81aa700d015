import type {V1ReplicaSet} from '@kubernetes/client-node';
import {fieldsOf} from '../../../kinds/json.ts';
import type {Wire} from '../../../model/wire.ts';
import type {RevisionRow} from '../../../model/workload.ts';
import {defineDescription} from '../../contract.ts';
import {conditionSection} from '../../parts/conditions.ts';
import {lifeSection} from '../../parts/events.ts';
import {podSection} from '../../parts/pods.ts';
import {templateSections} from '../../template.ts';
import {ago, entry, listed, word} from '../../words.ts';

export default defineDescription<RevisionRow, Wire<V1ReplicaSet>>({
	id: 'replicaset',
	*sections({object, row, known}) {
		const {spec, status} = fieldsOf(object);
		const {revision, wanted, current, ready, available, changeCause, createdAt} = row;
		const pods = known.join.podsOwnedBy(row.uid);
		const words = listed([
			revision === 0 ? '' : word(`rev ${revision}`, 'accent'),
			wanted === 0 && current === 0 ? 'has no pods any more' : `${ready} of ${wanted} ready`,
			available < ready ? `${available} available` : '',
			changeCause,
			word(ago(createdAt, known), 'muted'),
		]);
		yield {title: 'STATUS', entries: [entry('', words)]};
		yield podSection(pods, known);
		yield conditionSection(status?.conditions, known);
		yield lifeSection(row, pods, known);
		yield* templateSections(spec?.template, row.template, row.namespace, known);
	},
});
