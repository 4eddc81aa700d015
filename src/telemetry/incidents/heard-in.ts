import {maskCredentials} from '../../lib/mask.ts';
import {lastEpisode} from '../last-episode.ts';
import {type LogLine, readLogLines} from '../log-lines.ts';
import {type Episode, headline, unwrapped, whereOf} from '../raised.ts';
import {type FoundTrouble, troubleOfEpisode, troubleOfLines} from '../trouble.ts';
import type {Heard} from './heard.ts';

const LINE_MAX = 300;
const NAME_MAX = 200;

/** What the lines of one complaint are about; undefined when they only complain. */
export function heardIn(texts: readonly string[]): Heard | undefined {
	const lines = linesOf(texts);
	const episode = lastEpisode(lines);
	const full = diskFullIn(lines, episode);
	if (full !== undefined) return full;
	const trouble =
		(episode && troubleOfEpisode(episode)) ??
		(OF_MYSQL.test(texts[0] ?? '') ? undefined : troubleOfLines(lines, 0));
	if (trouble !== undefined) return ofTrouble(trouble, episode);
	const raised = episode?.raised.at(-1);
	if (raised === undefined) return undefined;
	return {
		kind: 'exception',
		name: raised.name.slice(0, NAME_MAX),
		where: whereIn(episode),
		line: shown(headline(unwrapped(raised))),
		trouble: undefined,
	};
}

/** The log of the server itself, which notes whom it refused. */
const OF_MYSQL = /^\d{4}-\d\d-\d\d[T ]\S{8,20} \d{1,12} \[(?:Note|Warning|ERROR|System)\] /;

/** A record carries its exception in a field. Nothing else is masked yet: a traceback has two hundred lines, of which one is shown. */
function linesOf(texts: readonly string[]): readonly LogLine[] {
	const [first = ''] = texts;
	if (first.startsWith('{')) return readLogLines(texts.join('\n'));
	return texts.map(text => ({text, at: undefined, isError: undefined}));
}

function ofTrouble({trouble}: FoundTrouble, episode: Episode | undefined): Heard {
	const line = maskCredentials(trouble.line);
	// Who asks a page and not a database knows no system.
	const isName = trouble.category === 'dns' && trouble.system === '';
	return {
		kind: isName ? 'dns' : 'trouble',
		name: isName ? trouble.host : trouble.category,
		where: whereIn(episode),
		line: shown(line),
		trouble: {...trouble, line},
	};
}

/** The program's own file, in the last exception that names one: a group of exceptions is handled outside of it. */
function whereIn(episode: Episode | undefined): string {
	for (const raised of episode?.raised.toReversed() ?? []) {
		const where = whereOf(raised);
		if (where !== '') return where;
	}
	return '';
}

function diskFullIn(lines: readonly LogLine[], episode: Episode | undefined): Heard | undefined {
	const texts = episode ? episode.raised.map(headline) : lines.map(({text}) => text);
	const line = texts.findLast(text => DISK_FULL.test(text));
	if (line === undefined) return undefined;
	const path = /'(?<path>\/[^']{1,200})'|"(?<file>[^"]{1,200})"/.exec(line)?.groups;
	const name = (path?.['path'] ?? path?.['file'] ?? '').replaceAll(/\d+/g, '#');
	return {kind: 'disk-full', name, where: whereIn(episode), line: shown(line.trim()), trouble: undefined};
}

const DISK_FULL = /No space left on device|\bENOSPC\b|[Dd]isk quota exceeded|There is not enough space on the disk/;

function shown(text: string): string {
	return maskCredentials(text).slice(0, LINE_MAX);
}
