import {createFlattener} from './flatten.ts';
import {createLabelReader} from './label-reader.ts';
import type {Sample} from './sample.ts';
import {BRACE_OPEN, isBlank, isNameCharacter, LINE_FEED, SHARP, skipBlanks} from './characters.ts';
import {createValueReader} from './value-reader.ts';

/** What a text says, as far as it was wanted. */
export interface Exposition {
	/** In the order of the text. */
	readonly samples: readonly Sample[];
	/** How many lines are samples by their names, wanted or not: 0 for a page of HTML. */
	readonly lines: number;
	/** How many lines could not be read. They are left out. Of lines that are not wanted only the name is looked at. */
	readonly problems: number;
	/** There was more text, or more samples were wanted, than is read. */
	readonly isCut: boolean;
}

export interface ExpositionLimits {
	/** Characters of text. */
	readonly text: number;
	readonly samples: number;
	/** Characters of a label's value; what is longer is cut. */
	readonly label: number;
}

const LIMITS: ExpositionLimits = {text: 4 * 1024 * 1024, samples: 20_000, label: 500};

/**
 * Reads the Prometheus text format 0.0.4 and OpenMetrics 1.0, which is known by its last line, `# EOF`: names and labels in quotes,
 * time stamps, exemplars (skipped), any line ends. HELP, TYPE and UNIT are skipped: a name says what is needed, and half of the
 * home-made exporters write none. Never throws; takes time in proportion to the text. What it returns holds on to no part of the text.
 * @param wanted asked about a name before the labels of its lines are read; once for several lines in a row. What it is given is
 * part of the text: who keeps it keeps the text.
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/
 * @see https://prometheus.io/docs/specs/om/open_metrics_spec/
 */
export function readExposition(
	text: string,
	wanted: (name: string) => boolean,
	limits: ExpositionLimits = LIMITS,
): Exposition {
	const samples: Sample[] = [];
	let lines = 0;
	let problems = 0;
	const stop = text.length > limits.text ? text.lastIndexOf('\n', limits.text) + 1 : text.length;
	const flatten = createFlattener();
	const labelReader = createLabelReader(text, flatten, limits.label);
	const valueReader = createValueReader(text, isOpenMetrics(text) ? 1000 : 1);

	// Lines of one name follow each other, so that it is decided about once.
	let name = '';
	let isWanted = false;

	/** The end of the name that begins here; undefined when there is none. */
	function readName(at: number, end: number): number | undefined {
		const known = at + name.length;
		if (name !== '' && endsName(text.charCodeAt(known)) && text.startsWith(name, at)) return known;
		let after = at;
		while (after < end && isNameCharacter(text.charCodeAt(after), after === at)) after++;
		if (after === at || !endsName(text.charCodeAt(after))) return undefined;
		decide(text.slice(at, after));
		return after;
	}

	function decide(next: string): void {
		if (next === name) return;
		isWanted = wanted(next);
		name = isWanted ? flatten(next) : next;
	}

	/** False when the line cannot be read. */
	function readLine(start: number, end: number): boolean {
		const isQuoted = text.charCodeAt(start) === BRACE_OPEN;
		let at = isQuoted ? start : readName(start, end);
		if (at === undefined) return false;
		if (isQuoted) {
			// The name is among the labels.
			at = labelReader.read(start, end);
			if (at === undefined || labelReader.name === '') return false;
			decide(labelReader.name);
		}
		lines++;
		if (!isWanted) return true;
		at = skipBlanks(text, at, end);
		let {labels} = labelReader;
		if (!isQuoted && text.charCodeAt(at) === BRACE_OPEN) {
			at = labelReader.read(at, end);
			if (at === undefined || labelReader.name !== '') return false;
			labels = labelReader.labels;
		} else if (!isQuoted) labels = NO_LABELS;
		if (!valueReader.read(at, end)) return false;
		samples.push({name, labels, value: valueReader.value, timestampMs: valueReader.timestampMs});
		return true;
	}

	let at = 0;
	while (at < stop && samples.length < limits.samples) {
		const feed = text.indexOf('\n', at);
		const end = feed === -1 || feed > stop ? stop : feed;
		const start = skipBlanks(text, at, end);
		at = end + 1;
		if (start === end) continue;
		if (text.charCodeAt(start) === SHARP) {
			if (text.startsWith('# EOF', start)) break;
			continue;
		}
		if (!readLine(start, end)) problems++;
	}
	return {samples, lines, problems, isCut: stop < text.length || (samples.length >= limits.samples && at < stop)};
}

const NO_LABELS: ReadonlyMap<string, string> = new Map();

/** Whether a name may end before this character; NaN is the end of the text. */
function endsName(code: number): boolean {
	return code === BRACE_OPEN || isBlank(code) || code === LINE_FEED || Number.isNaN(code);
}

/** Its last line is looked for at the end only. */
function isOpenMetrics(text: string): boolean {
	return text.slice(-20).trimEnd().endsWith('# EOF');
}
