import {summarize} from '../../services/summary.ts';
import type {World} from '../../session/world.ts';
import type {Span} from '../../terminal/line.ts';
import type {Theme} from '../theme/theme.ts';
import {count} from './connection-text.ts';

/** What is left out: the words of the marks, how many services there are, everything. */
export type SummaryCut = 0 | 1 | 2 | 3;

/**
 * `✖ 1 doomed  ! 2 struggling  3 services`, with nothing that is zero; short `✖1 !2  3 services`. How many services there are is said on the
 * home screen: elsewhere other things are counted.
 */
export function summarySpans({services}: World, isHome: boolean, leftOut: SummaryCut, theme: Theme): readonly Span[] {
	if (leftOut >= 3) return [];
	const {marks} = summarize(services);
	const loud = LOUD.filter(mark => marks[mark] > 0);
	const spans = loud.map((mark, index): Span => {
		const sign = theme.glyphs.marks[mark];
		const words = leftOut < 1 ? `${sign} ${marks[mark]} ${mark}` : `${sign}${marks[mark]}`;
		return {text: `${words}${leftOut < 1 || index === loud.length - 1 ? '  ' : ' '}`, style: theme.marks[mark]};
	});
	if (isHome && leftOut < 2 && services.length > 0) {
		const many = `${count(services.length)} ${services.length === 1 ? 'service' : 'services'}`;
		spans.push({text: `${many}  `, style: theme.tones.muted});
	}
	return spans;
}

const LOUD = ['doomed', 'struggling', 'progressing'] as const;
