import type {LinesPane} from '../../contract.ts';
import {FULL, linesOf, tell, tellWithin} from '../../finding/items.ts';
import {brokenItems, quietItems} from './quiet.ts';
import {subjectOf, type WhyArgument} from './subject.ts';

/** Why a service, or another object, is not well: what was found, what shows it, what to do; or that all is well, and what is watched. */
const why: LinesPane = {
	id: 'why',
	shape: 'lines',
	title: input => {
		const {name} = subjectOf(input);
		return name === '' ? 'why' : `why ${name}`;
	},
	kinds: () => [],
	items(input, {width, height}, theme) {
		const subject = subjectOf(input);
		const isPage = input.argument !== undefined;
		const telling = {
			input,
			width,
			theme,
			about: subject.object?.uid,
			deeper: isPage
				? () => ({to: 'nothing', because: 'nothing opens behind this line'}) as const
				: ({object}: WhyArgument) => ({to: 'pane', pane: {id: 'why', argument: {object}}}) as const,
		};
		const {findings} = subject;
		const broken = brokenItems(input, width, theme);
		if (findings.length === 0) return [...quietItems(subject, input, width, theme), ...broken];
		const told = input.alone
			? findings.flatMap(finding => tell(finding, FULL, telling))
			: tellWithin(findings, height - Math.min(linesOf(broken), BROKEN_LINES_MAX), telling);
		return [...told, ...broken];
	},
};

export default why;

/** So much of the little room is kept for saying that a rule is missing. */
const BROKEN_LINES_MAX = 1;
