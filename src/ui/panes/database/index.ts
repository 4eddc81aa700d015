import type {DatabaseState} from '../../../services/database/state.ts';
import type {Line} from '../../../terminal/line.ts';
import {pad, width as widthOf} from '../../../terminal/width.ts';
import {wrap} from '../../../terminal/wrap.ts';
import type {Item, LinesPane, PaneInput, Size} from '../../contract.ts';
import {barLines} from '../../database/bar-lines.ts';
import {type Bar, barsOf, demandOf, fewBars} from '../../database/bars.ts';
import {markOfServer} from '../../database/marks.ts';
import {noDatabases} from '../../database/no-databases.ts';
import {NO_WHAT_IF} from '../../database/what-if.ts';
import {worstFirst} from '../../database/worst.ts';
import {databasePage} from '../../open/database.ts';
import type {Theme} from '../../theme/theme.ts';

/** Connections against what the database allows: of the server that the service under the cursor uses, or of all. */
const database: LinesPane = {
	id: 'database',
	shape: 'lines',
	title(input) {
		const [only, ...others] = shownOf(input);
		if (only === undefined) return 'database';
		return others.length === 0 ? `database ${only.server.label}` : `database · ${others.length + 1} servers`;
	},
	kinds: () => [],
	items(input, size, theme) {
		const shown = shownOf(input);
		const [only] = shown;
		if (only === undefined) return [sentenceItem(whyNone(input), size, theme)];
		if (shown.length === 1) return [itemOf(only, barsOfOne(only, size, theme), input)];
		const worst = shown.map(state => ({state, bar: worstBar(state)}));
		const {lines} = barLines(namedBars(worst, Math.floor(size.width * NAME_SHARE)), {
			width: size.width,
			theme,
			ofEach: true,
		});
		return worst.map(({state}, index) => itemOf(state, [lines[index] ?? []], input));
	},
};

export default database;

/** Where all are told, the worst comes first. */
function shownOf({service, session}: PaneInput): readonly DatabaseState[] {
	if (service === undefined) return worstFirst(session.databases.states());
	const own = session.databases.of(service);
	return own === undefined ? [] : [own];
}

function barsOfOne(state: DatabaseState, {width, height}: Size, theme: Theme): readonly Line[] {
	const bars = barsOf(state, demandOf(state, NO_WHAT_IF));
	const {lines} = barLines(fewBars(bars, height), {width, theme});
	const reason = bars.some(({source}) => source === 'measured') ? '' : state.because;
	const room = height - lines.length;
	const why =
		reason === '' || (room < 1 && lines.length > 0) ? [] : sentenceLines(reason, width, Math.max(room, 1), theme);
	return lines.length + why.length === 0
		? sentenceLines(`nothing tells how many`, width, 1, theme)
		: [...lines, ...why];
}

/** Of several servers each has one line: what is held, or what may be where that is more than there is. */
function worstBar(state: DatabaseState): Bar | undefined {
	const bars = barsOf(state, demandOf(state, NO_WHAT_IF));
	return bars.find(({value, usable}) => usable !== undefined && value > usable) ?? bars[0];
}

/** Of the width, what the name of a server takes at most. */
const NAME_SHARE = 0.3;

function namedBars(
	worst: readonly {readonly state: DatabaseState; readonly bar: Bar | undefined}[],
	cellsMax: number,
): readonly Bar[] {
	const names = Math.min(cellsMax, Math.max(...worst.map(({state}) => widthOf(state.server.label))));
	return worst.map(({state, bar = NO_BAR}) => ({
		...bar,
		label: `${pad(state.server.label, names)}  ${bar.label}`,
		sum: '',
	}));
}

const NO_BAR: Bar = {label: '', value: 0, words: '?', usable: undefined, source: '', sum: ''};

function itemOf(state: DatabaseState, lines: readonly Line[], {service}: PaneInput): Item {
	const {key, service: object} = state.server;
	return {
		id: key,
		mark: markOfServer(state),
		lines,
		open: databasePage(state, service),
		object: object && {kind: 'service', namespace: object.namespace, name: object.name, uid: object.uid},
	};
}

function whyNone(input: PaneInput): string {
	const none = noDatabases(input);
	if (none !== undefined) return none;
	const name = input.world.services.find(({uid}) => uid === input.service)?.name ?? 'it';
	return `${name} names no database in its environment`;
}

function sentenceItem(text: string, {width, height}: Size, theme: Theme): Item {
	return {
		id: 'nothing',
		mark: undefined,
		lines: sentenceLines(text, width, Math.max(height, 1), theme),
		open: {to: 'nothing', because: text},
		object: undefined,
	};
}

function sentenceLines(text: string, width: number, linesMax: number, theme: Theme): readonly Line[] {
	return wrap(text, width, linesMax).map(part => [{text: part, style: theme.tones.muted}]);
}
