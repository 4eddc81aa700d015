import {formatAge} from '../../../lib/age.ts';
import type {Finding} from '../../../model/finding.ts';
import type {PodRow} from '../../../model/pod.ts';
import {VERDICT_MARKS} from '../../../model/verdict.ts';
import {isLive, isOfRevision} from '../../../services/revisions.ts';
import {isRolling} from '../../../services/rollout.ts';
import type {ServiceRow} from '../../../services/service-row.ts';
import type {Line} from '../../../terminal/line.ts';
import {wrap} from '../../../terminal/wrap.ts';
import type {PaneInput} from '../../contract.ts';
import {labelled} from '../../finding/lines.ts';
import {moment, nameOf} from '../../finding/words.ts';
import type {Theme} from '../../theme/theme.ts';

/** The service whose rollout is told, and where. */
export interface Told {
	readonly service: ServiceRow;
	readonly input: PaneInput;
	readonly width: number;
	readonly theme: Theme;
}

/** Left of everything: a blank, the mark, a blank. */
const GUTTER = '   ';

/** The worst that is known about it; else what it is doing. */
export function verdictLine({service, input, width, theme}: Told): readonly Line[] {
	const [finding] = input.session.engine.findingsOf(service.uid);
	const mark = finding === undefined ? service.mark : VERDICT_MARKS[finding.verdict];
	const words = finding === undefined ? stateWords(service) : findingWords(finding, service);
	return wrap(words, width - GUTTER.length, 2).map((text, row) => [
		{text: row === 0 ? ` ${theme.glyphs.marks[mark]} ` : GUTTER, style: theme.marks[mark]},
		{text, style: theme.marks[mark] ?? theme.tones.accent},
	]);
}

/** `new rev 42  ●○○○○  1 of 5 ready`, the old one, and how much time there is. */
export function progressLines(told: Told): readonly Line[] {
	const {service, width, theme} = told;
	const {current, workload} = service;
	const live = service.pods.filter(isLive);
	const fresh = current === undefined ? live : live.filter(pod => isOfRevision(pod, current));
	const old = live.filter(pod => !fresh.includes(pod));
	const room = {width: width - GUTTER.length, linesMax: 1, theme};
	const newWords = `${current?.label ?? ''}  ${dots(fresh, workload.wanted)}  ${readyWords(fresh, workload.wanted)}`;
	const lines = [...labelled('new', newWords.trim(), '', room)];
	if (old.length > 0)
		lines.push(...labelled('old', `${oldLabel(service, old)}  ${dots(old, 0)}  ${oldWords(old)}`, '', room));
	lines.push(...labelled('time', timeWords(told), '', room));
	return lines.map(line => [{text: GUTTER}, ...line]);
}

function findingWords({object, title}: Finding, {uid}: ServiceRow): string {
	return object.uid === uid ? title : `${nameOf(object)}: ${title}`;
}

function stateWords({state, rollout, current}: ServiceRow): string {
	if (state !== '') return state.charAt(0).toUpperCase() + state.slice(1);
	return isRolling(rollout)
		? 'Rolling out'
		: `Nothing is being rolled out${current === undefined ? '' : `: ${current.label} is out`}`;
}

/** More pods than this are a number, not a picture. */
const DOTS_MAX = 20;

/** Ready ones first; wanted ones that are not even made are a hollow dot too. */
function dots(pods: readonly PodRow[], wanted: number): string {
	const ready = pods.filter(pod => pod.ready).length;
	const total = Math.max(pods.length, wanted);
	return total > DOTS_MAX ? '' : '●'.repeat(ready) + '○'.repeat(total - ready);
}

function readyWords(pods: readonly PodRow[], wanted: number): string {
	const ready = pods.filter(pod => pod.ready).length;
	const statuses = Map.groupBy(
		pods.filter(pod => !pod.ready),
		({status}) => status,
	);
	const unready = [...statuses].map(([status, {length}]) => `${length} ${status}`);
	const missing = wanted - pods.length;
	if (missing > 0) unready.push(`${missing} not made yet`);
	return [`${ready} of ${wanted} ready`, ...unready].join(' · ');
}

function oldLabel({revisions}: ServiceRow, old: readonly PodRow[]): string {
	const labels = revisions.filter(revision => old.some(pod => isOfRevision(pod, revision))).map(({label}) => label);
	return labels.join(', ');
}

function oldWords(old: readonly PodRow[]): string {
	const serving = old.filter(({ready}) => ready).length;
	return serving === old.length ? `${serving} still serving` : `${serving} of ${old.length} still serving`;
}

function timeWords({service, input}: Told): string {
	const {rollout, current} = service;
	const watch = {now: input.world.now, offsetMs: input.offsetMs};
	if (rollout.phase === 'paused') return 'paused: it waits for a person';
	const since = rollout.since ?? current?.createdAt;
	const began = since === undefined ? '' : `began ${moment(since, watch)}`;
	if (!isRolling(rollout)) return `over, ${began}`.replace(/, $/, '');
	const {deadlineAt} = rollout;
	if (deadlineAt === undefined) return `${began} · no deadline is known`;
	const left = deadlineAt - watch.now;
	const deadline =
		left > 0
			? `deadline in ${formatAge(left)} unless something moves`
			: `past its deadline for ${formatAge(-left)}`;
	return [began, deadline].filter(text => text !== '').join(' · ');
}
