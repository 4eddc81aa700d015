import type {ObjectRef} from '../../../model/finding.ts';
import {wrap} from '../../../terminal/wrap.ts';
import type {Item, LinesPane, PaneInput} from '../../contract.ts';
import {TELLING_LINE} from '../../open/evidence.ts';
import {openObject} from '../../open/object.ts';
import type {Theme} from '../../theme/theme.ts';

/** Which container's log, and the line that a finding rests on. */
export interface LastWordsArgument {
	readonly pod: ObjectRef;
	readonly container: string;
	readonly line: string;
}

/** The end of a container's log, as the diagnosis has read it, with the telling line marked. */
const lastWords: LinesPane = {
	id: 'last-words',
	shape: 'lines',
	title: ({argument}) => {
		const {pod, container} = argument as LastWordsArgument;
		return `${pod.name}/${container} last words`;
	},
	kinds: () => ['pod'],
	items(input, {width}, theme) {
		const {pod, container, line} = input.argument as LastWordsArgument;
		const tail = input.session.logs.lastWords.get(`${pod.uid}/${container}`)?.tail ?? [];
		const marked = tail.findLastIndex(text => text.includes(line) || line.includes(text));
		const shown = marked < 0 ? [line, ...tail] : tail;
		return [
			noteItem(tail.length, input, width, theme),
			...shown.map((text, index) => {
				const isTelling = index === Math.max(marked, 0);
				return {
					id: isTelling ? TELLING_LINE : `${index}`,
					mark: isTelling ? ('struggling' as const) : undefined,
					lines: wrap(text, width, LINES_MAX).map(piece => [
						{text: piece, style: isTelling ? theme.tones.accent : undefined},
					]),
					open: openObject(pod, input.world),
					object: pod,
				};
			}),
		];
	},
};

export default lastWords;

/** Of one line of a log. */
const LINES_MAX = 8;

function noteItem(lines: number, {session, argument}: PaneInput, width: number, theme: Theme): Item {
	const {pod} = argument as LastWordsArgument;
	const {forbidden} = session.logs;
	const right = forbidden === undefined ? '' : `: no right to ${forbidden}`;
	const words =
		lines === 0
			? `only the line that was found is kept${right}`
			: `the last ${lines} lines of the run that failed, the telling one marked`;
	return {
		id: 'note',
		mark: undefined,
		lines: wrap(words, width, 2).map(text => [{text, style: theme.tones.muted}]),
		open: {to: 'nothing', because: 'the lines below are what there is'},
		object: pod,
	};
}
