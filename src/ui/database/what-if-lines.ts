import type {Line, Span} from '../../terminal/line.ts';
import {width as widthOf} from '../../terminal/width.ts';
import type {Theme} from '../theme/theme.ts';
import type {Demand} from './bars.ts';
import {connectionTone} from './tones.ts';
import {greediest} from './verdict-words.ts';
import {KNOBS, type Knob, valueOf, type WhatIf} from './what-if.ts';
import {countWords} from './words.ts';

/** From here on there is room for whole words. */
const ROOMY_CELLS = 90;
/** Below, for the numbers alone. */
const SENTENCE_CELLS = 70;

const SHORT: Readonly<Record<Knob, string>> = {pods: 'pods', pool: 'pool', overflow: 'over', workers: 'wrk'};

/**
 * `what if  api  [pods 5]  pool 15  overflow 10  workers 1  → 125 of 97 ✖`: the numbers of the service whose turn it is. Below it what
 * the keys do, and that they do it to nothing but the screen. Nothing where no numbers are known.
 */
export function whatIfLines(
	{shares, budget}: Demand,
	whatIf: WhatIf,
	{width, theme}: {readonly width: number; readonly theme: Theme},
): {readonly numbers: readonly Line[]; readonly keys: readonly Line[]} {
	const share = shares.find(({service}) => service === whatIf.service) ?? greediest(shares);
	if (share === undefined) return {numbers: [], keys: []};
	const {tones, title} = theme;
	const names = width >= ROOMY_CELLS ? undefined : SHORT;
	const own = whatIf.changes.get(share.service) ?? {};
	const knobs = KNOBS.map((knob): Span => {
		const words = `${names?.[knob] ?? knob} ${countWords(valueOf(share, whatIf, knob), {source: 'declared'})}`;
		const isChosen = knob === whatIf.knob;
		const style = own[knob] !== undefined || isChosen ? title : undefined;
		return {text: isChosen ? `[${words}]` : ` ${words} `, style};
	});
	const {usable, now, atMost} = budget;
	const most = Math.max(now, atMost ?? 0);
	const tone = connectionTone(most, usable);
	const numbers = [
		{text: 'what if '},
		{text: `${share.name} `, style: title},
		...knobs,
		{text: ` ${resultWords(budget, width, theme)}`, style: tone === undefined ? undefined : tones[tone]},
	];
	const room = width - widthOf(numbers.map(({text}) => text).join(''));
	const where = width >= SENTENCE_CELLS ? ' on the cluster' : '';
	const keys = `nothing is changed${where} · ←→ choose · + - change · = reset`;
	return {
		// Where the name is too long, it is what can be spared: the cursor below stands on it.
		numbers: [room >= 0 ? numbers : numbers.filter((_, index) => index !== 1)],
		keys: [[{text: keys, style: tones.muted}]],
	};
}

/** `→ 125, at most 250 of 97 ✖`, or what of it says the most. */
function resultWords({usable, now, atMost}: Demand['budget'], width: number, {glyphs}: Theme): string {
	const most = Math.max(now, atMost ?? 0);
	const sign = usable !== undefined && most > usable ? ` ${glyphs.marks.doomed}` : '';
	if (width >= SENTENCE_CELLS) return `→ ${now}${most > now ? `, at most ${most}` : ''} of ${usable ?? '?'}${sign}`;
	return `→ ${now}${most > now ? `–${most}` : ''}${sign}`;
}
