import {describe, describeUnread} from '../../../describe/describe.ts';
import {kindById} from '../../../kinds/lookup.ts';
import type {ObjectRef} from '../../../model/finding.ts';
import {readingKey} from '../../../model/object-reading.ts';
import type {World} from '../../../session/world.ts';
import type {DocumentPane, PaneInput} from '../../contract.ts';
import type {Document} from '../../document/document.ts';
import {noticeOf} from '../../document/notice.ts';
import {rowsOf} from '../../rows.ts';
import {describedDocument} from './document.ts';
import {knownOf} from './known.ts';

/** One object told in the order in which a person asks, live. */
const pane: DocumentPane = {
	id: 'describe',
	shape: 'document',
	title: ({argument}) => {
		const {kind, name} = argument as ObjectRef;
		return `${kindById(kind)?.objectKind.toLowerCase() ?? kind} ${name}`;
	},
	kinds: argument => [(argument as ObjectRef).kind],
	object: argument => argument as ObjectRef,
	read(input, before) {
		if ('world' in before && before.world === input.world) return before;
		const made: Made = {...documentOf(input), world: input.world};
		return made;
	},
	notice: noticeOf,
	wraps: true,
	ending: 'txt',
};

export default pane;

/** Remembers of when it is: the world is replaced whenever anything changes. */
interface Made extends Document {
	readonly world: World;
}

function documentOf(input: PaneInput): Document {
	const ref = input.argument as ObjectRef;
	const kind = kindById(ref.kind);
	const object = input.world.objects.get(readingKey(ref))?.object;
	const known = knownOf(input);
	if (kind !== undefined && object !== undefined) return describedDocument(describe(kind, object, known));
	const row = rowsOf(input.world, ref.kind).get(ref.uid);
	return describedDocument(row === undefined ? [] : describeUnread(row, known));
}
