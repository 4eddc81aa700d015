import type {Finding, Verdict} from '../../model/finding.ts';
import type {Mark} from '../../model/row.ts';
import type {Tone} from '../../kinds/contract.ts';
import type {Entry, Section} from '../contract.ts';
import type {Known} from '../known.ts';
import {entry, nameOf, word} from '../words.ts';

/** More is no help: what is wrong with so many things at once begins with the first. */
const FINDINGS_MAX = 5;

/** What is wrong with an object, or hits it; `uids` are its own and those of what it is made of. */
export function findingSection(uids: ReadonlySet<string>, {findings}: Known): Section {
	const own = findings.filter(finding => hits(finding, uids)).slice(0, FINDINGS_MAX);
	return {title: '', entries: own.flatMap(finding => findingEntries(finding, uids))};
}

/** Itself, or one of its consequences. */
function hits(finding: Finding, uids: ReadonlySet<string>): boolean {
	return [finding, ...finding.consequences].some(
		({object, affects}) => uids.has(object.uid) || affects.some(({uid}) => uids.has(uid)),
	);
}

function findingEntries(finding: Finding, uids: ReadonlySet<string>): readonly Entry[] {
	const {verdict, title, extent, because, next, object, consequences} = finding;
	const tone = TONES[verdict];
	const isOwn = uids.has(object.uid);
	const isMine = isOwn || finding.affects.some(({uid}) => uids.has(uid));
	const whose = isMine ? '' : `${nameOf(object)}: `;
	const [best] = next;
	return [
		{
			label: '',
			words: [
				{text: `${whose}${title}`, tone, mark: MARKS[verdict]},
				...(extent === '' ? [] : [word(` (${extent})`, 'muted')]),
			],
			object: isOwn ? undefined : object,
		},
		...(because === '' ? [] : [entry('because', because)]),
		...(best === undefined ? [] : [entry('next', best)]),
		...(consequences.length === 0 ? [] : [entry('and so', consequences.map(one => one.title).join(' · '))]),
	];
}

const MARKS: Readonly<Record<Verdict, Mark>> = {
	doomed: 'doomed',
	struggling: 'struggling',
	progressing: 'progressing',
	info: 'unknown',
};

const TONES: Readonly<Record<Verdict, Tone | undefined>> = {
	doomed: 'doomed',
	struggling: 'struggling',
	progressing: undefined,
	info: undefined,
};
