import {fieldsOf} from '../kinds/json.ts';
import type {Description, Told} from './contract.ts';
import {conditionSection} from './parts/conditions.ts';
import {eventSection} from './parts/events.ts';
import {treeSection} from './parts/tree.ts';

/** Kinds that nobody has described: their conditions and events, and the rest as it is. */
export const plain: Description = {
	id: '',
	*sections({object, row, known}: Told) {
		const {status, ...rest} = fieldsOf(object as Fields);
		const {conditions, ...state} = fieldsOf((status ?? {}) as Fields);
		yield conditionSection(Array.isArray(conditions) ? (conditions as never) : undefined, known);
		if (Object.keys(state).length > 0) yield treeSection('STATUS', state);
		yield eventSection(row, [], known);
		for (const [name, value] of Object.entries(rest).filter(([key]) => !TOLD_ELSEWHERE.has(key)))
			yield treeSection(name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toUpperCase(), value);
	},
};

const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

type Fields = Readonly<Record<string, unknown>>;
