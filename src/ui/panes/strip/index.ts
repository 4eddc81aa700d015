import {formatAge} from '../../../lib/age.ts';
import type {Finding} from '../../../model/finding.ts';
import {VERDICT_MARKS} from '../../../model/verdict.ts';
import type {ServiceRow} from '../../../services/service-row.ts';
import {summarize} from '../../../services/summary.ts';
import type {Line, Style} from '../../../terminal/line.ts';
import {pad} from '../../../terminal/width.ts';
import {wrap} from '../../../terminal/wrap.ts';
import type {PaintedPane, PaneInput, Size} from '../../contract.ts';
import {nameOf} from '../../finding/words.ts';
import type {Theme} from '../../theme/theme.ts';

/** What fits into a corner of somebody's screen: the worst service, why, since when; on one line when there is only one. */
const strip: PaintedPane = {
	id: 'strip',
	shape: 'painted',
	title: () => 'services',
	paint(input, size, theme) {
		const {world, session, service: chosen, worst} = input;
		const service = world.services.find(({uid}) => uid === (chosen ?? worst));
		const [own] = service === undefined ? [] : session.engine.findingsOf(service.uid);
		const finding = own ?? (chosen === undefined ? world.findings[0] : undefined);
		const told = {service, finding, input, theme};
		return size.height <= 1 ? [oneLine(told, size)] : manyLines(told, size).slice(0, size.height);
	},
};

export default strip;

interface Told {
	readonly service: ServiceRow | undefined;
	readonly finding: Finding | undefined;
	readonly input: PaneInput;
	readonly theme: Theme;
}

/** `✖ api: New pods exit at start (3m) · roll back to rev 41`. */
function oneLine({finding, input, theme}: Told, {width}: Size): Line {
	const {world} = input;
	if (finding === undefined) return [{text: pad(` ${calmWords(input)}`, width)}];
	const [first] = finding.next;
	const next = first === undefined ? '' : ` ${theme.glyphs.separator} ${first}`;
	const words = `${finding.object.name}: ${finding.title} (${formatAge(world.now - finding.since)})${next}`;
	const mark = VERDICT_MARKS[finding.verdict];
	return [{text: pad(` ${theme.glyphs.marks[mark]} ${words}`, width), style: theme.marks[mark]}];
}

function manyLines(told: Told, {width, height}: Size): readonly Line[] {
	const {service, finding, input, theme} = told;
	const calm = muted(calmWords(input), theme);
	const isChosen = service !== undefined && (service.uid === input.service || service.mark !== 'healthy');
	if (finding === undefined) return isChosen ? [headOf(told), calm] : [calm, muted(podWords(input), theme)];
	const title = wrap(finding.title, width - 3, Math.max(Math.min(height - 2, TITLE_LINES_MAX), 1));
	const age = formatAge(input.world.now - finding.since);
	const facts = [finding.extent, age, finding.confidence].filter(text => text !== '').join(' · ');
	const others = input.world.findings.filter(other => other !== finding).map(other => otherLine(other, width, theme));
	return [
		headOf(told),
		...title.map((text): Line => [{text: `   ${text}`}]),
		muted(facts, theme),
		...others.slice(0, Math.max(height - title.length - 3, 0)),
		calm,
	];
}

const TITLE_LINES_MAX = 3;

/** `✖ api  3/5  rev 42`. */
function headOf({service, finding, theme}: Told): Line {
	const mark = finding === undefined ? (service?.mark ?? 'unknown') : VERDICT_MARKS[finding.verdict];
	const isOwn = service !== undefined && (finding === undefined || finding.object.uid === service.uid);
	const sign = {text: ` ${theme.glyphs.marks[mark]} `, style: theme.marks[mark]};
	if (!isOwn) return [sign, {text: finding === undefined ? '' : nameOf(finding.object), style: theme.title}];
	const {name, workload, current, state} = service;
	const about = finding === undefined ? state : (current?.label ?? '');
	return [sign, {text: name, style: theme.title}, {text: `  ${workload.ready}/${workload.wanted}  ${about}`}];
}

function otherLine({object, title, verdict}: Finding, width: number, theme: Theme): Line {
	const mark = VERDICT_MARKS[verdict];
	const style: Style | undefined = theme.marks[mark];
	const [words = ''] = wrap(`${object.name}: ${title}`, width - 3, 1);
	return [{text: ` ${theme.glyphs.marks[mark]} `, style}, {text: words}];
}

function muted(text: string, theme: Theme): Line {
	return [{text: `   ${text}`, style: theme.tones.muted}];
}

function podWords({world}: PaneInput): string {
	const {ready, wanted} = summarize(world.services);
	return `${ready} of ${wanted} ${wanted === 1 ? 'pod' : 'pods'} ready`;
}

function calmWords({world}: PaneInput): string {
	const {services, marks} = summarize(world.services);
	return `${marks.healthy} of ${services} ${services === 1 ? 'service' : 'services'} healthy`;
}
