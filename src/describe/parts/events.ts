import {maskCredentials} from '../../lib/mask.ts';
import {kindById, kindOf} from '../../kinds/lookup.ts';
import type {EventRow} from '../../model/event.ts';
import type {Row} from '../../model/row.ts';
import type {Entry, Section} from '../contract.ts';
import type {Known} from '../known.ts';
import {columnCells, count, entry, word} from '../words.ts';

/** Groups that are shown: the newest. */
const GROUPS_MAX = 30;

/** What was heard about an object whose life is told in events: that nothing was heard is said too. */
export function lifeSection(object: Row, owned: readonly Row[], known: Known): Section {
	const section = eventSection(object, owned, known);
	const none = 'none are kept: a cluster forgets them after an hour or so';
	return section.entries.length > 0 ? section : {...section, entries: [entry('', word(none, 'muted'))]};
}

/** What was heard about an object and what it owns: the same news counted together, the newest last. */
export function eventSection(object: Row, owned: readonly Row[], known: Known): Section {
	const about = createAudience([object, ...owned]);
	const groups = new Map<string, Group>();
	for (const event of known.rows('event')) if (about(event)) gather(groups, event, object.uid);
	const sorted = [...groups.values()].toSorted((a, b) => a.lastAt - b.lastAt);
	const shown = sorted.slice(-GROUPS_MAX);
	const older = sorted.length - shown.length;
	const cells = {
		reason: columnCells(shown.map(reasonOf), 24),
		who: owned.length === 0 ? 0 : columnCells(shown.map(whoOf)),
	};
	const blindness = known.blindness('event', object.namespace);
	return {
		title: 'EVENTS',
		entries: [
			...(older === 0 ? [] : [entry('', word(`${older} older ones are left out`, 'muted'))]),
			...shown.map(group => eventEntry(group, cells, known)),
			...(blindness === undefined ? [] : [entry('', word(blindness, 'struggling'))]),
		],
	};
}

interface Group {
	readonly event: EventRow;
	readonly message: string;
	readonly reasons: Set<string>;
	readonly objects: Set<string>;
	count: number;
	lastAt: number;
}

/** What every pod goes through: of pods that are owned it is told in one line. */
const USUAL: ReadonlySet<string> = new Set([
	'Scheduled',
	'Pulling',
	'Pulled',
	'Created',
	'Started',
	'SuccessfulCreate',
	'SuccessfulDelete',
	'Killing',
]);

/** Whether an event tells of one of these: by uid, or by name where the event does not say which object of that name. */
function createAudience(rows: readonly Row[]): (event: EventRow) => boolean {
	const uids = new Set(rows.map(({uid}) => uid));
	const names = new Set(rows.map(({kind, namespace, name}) => nameOf(kindById(kind)?.objectKind, namespace, name)));
	// Events about nodes carry the name of the node as its uid.
	return ({object}) =>
		uids.has(object.uid) ||
		((object.uid === '' || object.uid === object.name) &&
			(names.has(nameOf(object.kind, object.namespace, object.name)) ||
				names.has(nameOf(object.kind, '', object.name))));
}

function nameOf(objectKind = '', namespace: string, name: string): string {
	return `${objectKind}/${namespace}/${name}`;
}

/** The same news from several pods is one: names of pods in the message do not tell news apart. */
function gather(groups: Map<string, Group>, event: EventRow, uid: string): void {
	const {object, reason, type, count: times, lastAt} = event;
	const isNoNews = type === 'Normal' && object.uid !== uid && USUAL.has(reason);
	const message = isNoNews ? '' : plainMessage(event);
	const key = isNoNews ? `usual ${object.kind}` : [type, reason, object.kind, message].join('\n');
	const group = groups.get(key);
	if (group === undefined) {
		const [reasons, objects] = [new Set([reason]), new Set([object.name])];
		groups.set(key, {event, message, reasons, objects, count: times, lastAt});
		return;
	}
	group.reasons.add(reason);
	group.objects.add(object.name);
	group.count += times;
	group.lastAt = Math.max(group.lastAt, lastAt);
}

/** `Back-off restarting failed container api in pod api-x2xkq_shop(7d0e…)` says where, which is known already. */
function plainMessage({message, object}: EventRow): string {
	const named = message.replaceAll(POD_SUFFIX, '');
	return object.name.length < NAME_CHARS_MIN ? named : named.replaceAll(object.name, '…');
}

const POD_SUFFIX = / in pod [\w.-]{1,253}_[\w-]{1,63}\([\w-]{1,64}\)/g;

/** A shorter name may be a word. */
const NAME_CHARS_MIN = 8;

/** `who` is 0 where all news are of one object. */
function eventEntry(
	group: Group,
	cells: {readonly reason: number; readonly who: number},
	{clock}: Pick<Known, 'clock'>,
): Entry {
	const {event, message, objects, reasons, lastAt} = group;
	// One that is alone says it in its own words.
	const own = objects.size === 1 ? event.message.replaceAll(POD_SUFFIX, '') : message;
	const isMany = cells.who > 0;
	return {
		label: '',
		words: [
			{text: clock(lastAt), cells: 9, tone: 'muted'},
			{text: group.count > 1 ? `×${group.count}` : '', cells: 5},
			{text: reasonOf(group), cells: cells.reason, tone: event.type === 'Warning' ? 'struggling' : undefined},
			...(isMany ? [{text: whoOf(group), cells: cells.who, tone: 'muted' as const}] : []),
			word(isUsual(group) ? [...reasons].join(', ') : maskCredentials(own)),
		],
		object: isMany && objects.size === 1 ? refOf(event) : undefined,
	};
}

/** Several reasons, or none in words: what every pod goes through. */
function isUsual({reasons, message}: Group): boolean {
	return reasons.size > 1 || message === '';
}

function reasonOf(group: Group): string {
	return isUsual(group) ? 'as usual' : group.event.reason;
}

function whoOf({objects, event: {object}}: Group): string {
	return objects.size === 1 ? object.name : count(objects.size, object.kind.toLowerCase());
}

function refOf({object}: EventRow): Entry['object'] {
	const {kind, namespace, name, uid} = object;
	return {kind: kindOf(kind)?.id ?? kind, namespace, name, uid};
}
