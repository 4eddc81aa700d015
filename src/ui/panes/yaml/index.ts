import {kindById} from '../../../kinds/lookup.ts';
import type {ObjectRef} from '../../../model/finding.ts';
import {readingKey} from '../../../model/object-reading.ts';
import type {DocumentPane} from '../../contract.ts';
import type {Document} from '../../document/document.ts';
import {noticeOf} from '../../document/notice.ts';
import {yamlDocument} from './document.ts';

/** One object as YAML, as the API server sent it; values of Secrets excepted. */
const pane: DocumentPane = {
	id: 'yaml',
	shape: 'document',
	title: ({argument}) => {
		const {kind, name} = argument as ObjectRef;
		return `${kindById(kind)?.objectKind.toLowerCase() ?? kind} ${name} yaml`;
	},
	kinds: argument => [(argument as ObjectRef).kind],
	object: argument => argument as ObjectRef,
	read({argument, world}, before) {
		const object = world.objects.get(readingKey(argument as ObjectRef))?.object;
		// The last one is shown until there is a newer one.
		if (object === undefined) return before;
		if ('object' in before && before.object === object) return before;
		const made: Made = {...yamlDocument(versionFirst(object)), object};
		return made;
	},
	notice: noticeOf,
	wraps: false,
	ending: 'yaml',
};

export default pane;

/** As one writes it; the API server sends the kind first. */
function versionFirst(object: unknown): unknown {
	if (typeof object !== 'object' || object === null || !('apiVersion' in object)) return object;
	const {apiVersion, ...rest} = object;
	return {apiVersion, ...rest};
}

/** Remembers of what it is. */
interface Made extends Document {
	readonly object: unknown;
}
