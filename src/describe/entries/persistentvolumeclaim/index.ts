import type {V1PersistentVolumeClaim} from '@kubernetes/client-node';
import {fieldsOf, mapOf} from '../../../kinds/json.ts';
import type {ClaimRow} from '../../../model/config.ts';
import type {Wire} from '../../../model/wire.ts';
import {defineDescription} from '../../contract.ts';
import {conditionSection} from '../../parts/conditions.ts';
import {eventSection} from '../../parts/events.ts';
import {usedBySection} from '../../parts/used-by.ts';
import {ago, entry, listed, word} from '../../words.ts';

export default defineDescription<ClaimRow, Wire<V1PersistentVolumeClaim>>({
	id: 'persistentvolumeclaim',
	*sections({object, row, known}) {
		const {spec, status} = fieldsOf(object);
		const {phase, storageClass, volume, accessModes, createdAt} = row;
		const size = mapOf(spec?.resources?.requests)['storage'] ?? '';
		const given = mapOf(status?.capacity)['storage'] ?? '';
		const words = listed([
			word(phase, phase === 'Bound' ? undefined : 'struggling'),
			size === '' ? '' : `asks for ${size}`,
			given === '' || given === size ? '' : `has ${given}`,
			storageClass === undefined
				? 'the default class'
				: storageClass === ''
					? 'no class'
					: `class ${storageClass}`,
			accessModes.join(', '),
			word(ago(createdAt, known), 'muted'),
		]);
		yield {
			title: 'STATUS',
			entries: [entry('', words), entry('volume', volume === '' ? word('none yet', 'struggling') : volume)],
		};
		yield usedBySection(row, 'claim', known);
		yield conditionSection(status?.conditions, known);
		yield eventSection(row, [], known);
	},
});
