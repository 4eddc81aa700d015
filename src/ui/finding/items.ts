import type {Finding} from '../../model/finding.ts';
import {VERDICT_MARKS} from '../../model/verdict.ts';
import type {Line} from '../../terminal/line.ts';
import type {Go, Item, PaneInput} from '../contract.ts';
import {openEvidence} from '../open/evidence.ts';
import {openObject} from '../open/object.ts';
import {openRollout} from '../open/service.ts';
import type {Theme} from '../theme/theme.ts';
import {headline, labelled} from './lines.ts';
import {factsOf, nameOf, placeOf} from './words.ts';

/** How much of a finding is told. */
export interface Density {
	/** Lines of evidence. */
	readonly evidenceMax: number;
	/** Lines that one text may take. */
	readonly linesMax: number;
	/** Advice and consequences have a line each; else they share one. */
	readonly apart: boolean;
	/** What follows from it. */
	readonly consequences: boolean;
	/** Only the headline. */
	readonly titleOnly?: true;
}

/** Everything, as on a page of its own. */
export const FULL: Density = {evidenceMax: 8, linesMax: 12, apart: true, consequences: true};

/** From much to little; the last says only what, how far, because, next. */
const DENSITIES: readonly Density[] = [
	FULL,
	{evidenceMax: 2, linesMax: 2, apart: true, consequences: true},
	{evidenceMax: 1, linesMax: 2, apart: false, consequences: true},
	{evidenceMax: 1, linesMax: 1, apart: false, consequences: true},
	{evidenceMax: 1, linesMax: 1, apart: false, consequences: false},
	{evidenceMax: 0, linesMax: 1, apart: false, consequences: false},
];

const TITLE: Density = {...FULL, linesMax: 1, titleOnly: true};

/** Nobody does more things than these next, or reads more on one line. */
const LINES_MAX = 6;
/** A node that is lost takes many services with it. */
const CONSEQUENCES_MAX = 30;

/** What texts of a finding depend on besides the finding. */
export interface Telling {
	readonly input: PaneInput;
	readonly width: number;
	readonly theme: Theme;
	/** Whose pane it is: findings about others say whom they are about. */
	readonly about: string | undefined;
	/** Where lines lead that are no place themselves. */
	readonly deeper: (finding: Finding) => Go;
}

/** As much of all findings as fits into `height` lines: of the first the most, of the others at least the headline. */
export function tellWithin(findings: readonly Finding[], height: number, telling: Telling): readonly Item[] {
	const [first, ...others] = findings;
	if (first === undefined) return [];
	for (const density of DENSITIES.slice(0, findings.length > height ? 0 : -1)) {
		const items = findings.flatMap(finding => tell(finding, density, telling));
		if (linesOf(items) <= height) return items;
	}
	const titles = others.flatMap(finding => tell(finding, TITLE, telling));
	let items: readonly Item[] = [];
	for (const density of DENSITIES) {
		items = [...tell(first, density, telling), ...titles];
		if (linesOf(items) <= height) break;
	}
	return items;
}

/** What a finding says, in the order in which it is asked: what, how far, seen, because, next, and what follows from it. */
export function tell(finding: Finding, density: Density, telling: Telling): readonly Item[] {
	const title = titleItem(finding, density, telling);
	if (density.titleOnly === true) return [title];
	return [
		title,
		...seenItems(finding, density, telling),
		...becauseItems(finding, density, telling),
		...nextItems(finding, density, telling),
		...consequenceItems(finding, density, telling),
	];
}

function titleItem(finding: Finding, {linesMax, titleOnly}: Density, telling: Telling): Item {
	const {input, width, theme, about} = telling;
	const {id, verdict, title, object} = finding;
	const mark = VERDICT_MARKS[verdict];
	const text = object.uid === about ? title : `${nameOf(object)}: ${title}`;
	const aside = factsOf(finding, {now: input.world.now, offsetMs: input.offsetMs});
	const style = mark === 'healthy' ? theme.tones.accent : (theme.marks[mark] ?? theme.tones.accent);
	const lines = headline(text, aside, {
		width,
		linesMax: titleOnly === true ? 1 : Math.min(Math.max(linesMax, 2), 3),
		theme,
		style,
	});
	return {
		id,
		mark,
		lines: titleOnly === true ? lines.slice(0, 1) : lines,
		open: openRollout(object, input) ?? openObject(object, input.world),
		object,
	};
}

function seenItems(finding: Finding, density: Density, telling: Telling): readonly Item[] {
	const {input, theme, width} = telling;
	const {linesMax, evidenceMax} = density;
	const watch = {now: input.world.now, offsetMs: input.offsetMs};
	return finding.evidence.slice(0, evidenceMax).map((evidence, index) => ({
		id: `${finding.id}/seen/${index}`,
		mark: undefined,
		lines: labelled(index === 0 ? 'seen' : '', evidence.text, placeOf(evidence, watch), {width, linesMax, theme}),
		open: openEvidence(evidence, input.world),
		object: evidence.object,
	}));
}

function becauseItems(finding: Finding, density: Density, telling: Telling): readonly Item[] {
	const {because} = finding;
	return because === '' ? [] : [textItem(finding, 'because', 0, 'because', because, density, telling)];
}

function nextItems(finding: Finding, density: Density, telling: Telling): readonly Item[] {
	const {next} = finding;
	const texts = density.apart
		? next.slice(0, LINES_MAX)
		: next.length === 0
			? []
			: [next.slice(0, LINES_MAX).join(' · ')];
	return texts.map((text, index) =>
		textItem(finding, 'next', index, index === 0 ? 'next' : '', text, density, telling),
	);
}

function consequenceItems(finding: Finding, density: Density, telling: Telling): readonly Item[] {
	const {consequences, object} = finding;
	const wordsOf = (one: Finding): string =>
		one.object.uid === object.uid ? one.title : `${nameOf(one.object)}: ${one.title}`;
	if (consequences.length === 0 || !density.consequences) return [];
	if (!density.apart) {
		const text = consequences.slice(0, LINES_MAX).map(wordsOf).join(' · ');
		return [textItem(finding, 'so', 0, 'and so', text, density, telling)];
	}
	return consequences.slice(0, CONSEQUENCES_MAX).map((consequence, index) => ({
		...textItem(finding, 'so', index, index === 0 ? 'and so' : '', wordsOf(consequence), density, telling),
		open: openObject(consequence.object, telling.input.world),
		object: consequence.object,
	}));
}

function textItem(
	finding: Finding,
	part: string,
	index: number,
	label: string,
	text: string,
	{linesMax}: Density,
	{width, theme, deeper}: Telling,
): Item {
	const lines: readonly Line[] = labelled(label, text, '', {width, linesMax, theme});
	return {
		id: `${finding.id}/${part}/${index}`,
		mark: undefined,
		lines,
		open: deeper(finding),
		object: finding.object,
	};
}

/** How many lines these take. */
export function linesOf(items: readonly Item[]): number {
	return items.reduce((sum, {lines}) => sum + lines.length, 0);
}
