import type {Line} from '../../../terminal/line.ts';
import {sanitize} from '../../../terminal/sanitize.ts';
import type {Document} from '../../document/document.ts';
import type {FormatLookup} from '../../log/condition.ts';
import {formatDuration} from '../../log/duration.ts';
import {stampOf} from '../../log/text.ts';
import {formatClock} from '../../text/clock.ts';
import type {Theme} from '../../theme/theme.ts';
import type {LogLineArgument} from './index.ts';

/** Of a traceback: nobody reads more of one on a page. */
const LINES_MAX = 5000;

/** A row of the page: a name and its value, or a text. */
interface Row {
	readonly name: string;
	readonly text: string;
	/** The value is worth copying without its name. */
	readonly isField: boolean;
}

/**
 * A line as a text to read: where it comes from, what is in it by name, and the words themselves.
 * @param offsetMs how far the clocks on the user's wall are ahead of UTC
 */
export function lineDocument(line: LogLineArgument, formatOf: FormatLookup, offsetMs: number): Document {
	const rows = rowsOf(line, formatOf, offsetMs).map(row => ({
		...row,
		name: sanitize(row.name),
		text: sanitize(row.text),
	}));
	const fields = rows.filter(({isField}) => isField);
	const nameCells = Math.min(Math.max(0, ...fields.map(({name}) => name.length)), NAME_CELLS_MAX);
	const lead = ({name, isField}: Row): string => (isField ? `${name.padEnd(nameCells)}  ` : '');
	const at = (index: number): Row => rows[index] ?? NO_ROW;
	return {
		length: rows.length,
		textAt: index => lead(at(index)) + at(index).text,
		styledAt: (index, theme) => styled(at(index), lead(at(index)), theme),
		hangAt: index => (at(index).isField ? nameCells + 2 : 2),
		endAt: index => index + 1,
		startsClosed: () => false,
		keyAt: index => `${index}`,
		copyAt: index => at(index).text,
		objectAt: () => undefined,
	};
}

const NAME_CELLS_MAX = 24;

const NO_ROW: Row = {name: '', text: '', isField: false};
const BLANK: Row = NO_ROW;

function rowsOf({record, folds}: LogLineArgument, formatOf: FormatLookup, offsetMs: number): readonly Row[] {
	const {source, level, request, text} = record;
	const format = formatOf(record.format);
	const field = (name: string, value: string): readonly Row[] =>
		value === '' ? [] : [{name, text: value, isField: true}];
	const fields = (format?.fields(text) ?? []).flatMap(([name, value]) => field(name, value));
	return [
		...field('time', `${formatClock(record.at, offsetMs, 'milliseconds')}  ${stampOf(record.at)}`),
		...field('pod', source.pod),
		...field('container', source.previous ? `${source.container}, the run before` : source.container),
		...field('revision', source.revision),
		...field('format', format?.title ?? record.format),
		...field('level', level ?? ''),
		...field('took', request?.durationMs === undefined ? '' : formatDuration(request.durationMs)),
		...(fields.length === 0 ? [] : [BLANK, ...fields]),
		BLANK,
		...[record, ...folds.slice(0, LINES_MAX)].map(({text: line}) => ({...NO_ROW, text: line})),
		...(folds.length > LINES_MAX ? [{...NO_ROW, text: `… ${folds.length - LINES_MAX} more lines`}] : []),
	];
}

function styled({text, isField}: Row, lead: string, {syntax}: Theme): Line {
	return isField ? [{text: lead, style: syntax.key}, {text}] : [{text}];
}
