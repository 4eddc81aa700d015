import type {LogRecord, LogSource} from '../../model/log.ts';
import type {LogStream} from '../../session/logs/contract.ts';
import {cut, width as cellsOf} from '../../terminal/width.ts';
import {shortNames} from './short-names.ts';
import {timeColumn, type TimeMode} from './time.ts';

/** The columns left of what a line says. A column of 0 cells is not there. */
export interface LogColumns {
	readonly time: ReturnType<typeof timeColumn>;
	/** Pod, and container where several are shown. */
	readonly source: {readonly cells: number; text(source: LogSource): string};
	/** While several revisions serve. */
	readonly revision: {readonly cells: number; text(source: LogSource): string};
	readonly level: {readonly cells: number; text(record: LogRecord): string};
	/** Cells of the words, and how far from the left they begin. */
	readonly body: number;
	readonly indent: number;
}

/** What the pods of a view are called, and which of its columns say anything. */
export interface Names {
	readonly pods: ReadonlyMap<string, string>;
	readonly hasContainers: boolean;
	readonly hasRevisions: boolean;
	/** Cells of the widest name, and of the widest revision. */
	readonly sourceCells: number;
	readonly revisionCells: number;
}

/** More of a name is worth less than the words. */
const SOURCE_CELLS_MAX = 24;
const REVISION_CELLS_MAX = 10;

export function namesOf(streams: readonly LogStream[]): Names {
	const pods = shortNames(streams.map(({source}) => source.pod));
	const hasContainers = new Set(streams.map(({source}) => source.container)).size > 1;
	const revisions = new Set(streams.map(({source}) => revisionOf(source)).filter(text => text !== ''));
	const names = {pods, hasContainers};
	const widest = (texts: Iterable<string>, most: number): number =>
		Math.min(Math.max(0, ...[...texts].map(cellsOf)), most);
	return {
		...names,
		hasRevisions: revisions.size > 1,
		sourceCells: widest(
			streams.map(({source}) => sourceText(source, names)),
			SOURCE_CELLS_MAX,
		),
		revisionCells: widest(revisions, REVISION_CELLS_MAX),
	};
}

/** Of one container nobody needs the name in each line. */
function sourceText({pod, container}: LogSource, {pods, hasContainers}: Pick<Names, 'pods' | 'hasContainers'>): string {
	if (pods.size <= 1) return hasContainers ? container : '';
	const name = pods.get(pod) ?? pod;
	return hasContainers ? `${name}/${container}` : name;
}

/** `42` */
export function revisionOf({revision}: LogSource): string {
	return revision.replace(/^rev /, '');
}

/** Below, columns are dropped that words can do without. */
const REVISION_COLUMNS_MIN = 64;
const WIDE_COLUMNS_MIN = 56;

/** Between columns. */
const GAP = 2;
const GUTTER = 1;

/** @param columns of the screen */
export function columnsOf(
	columns: number,
	names: Names,
	look: {readonly time: TimeMode; readonly raw: boolean; readonly hasLevels: boolean},
): LogColumns {
	const time = timeColumn(look.raw ? 'none' : look.time, columns);
	const isWide = columns >= WIDE_COLUMNS_MIN;
	const sourceCells = Math.min(names.sourceCells, isWide ? SOURCE_CELLS_MAX : Math.max(columns >> 2, 1));
	const revisionCells = names.hasRevisions && columns >= REVISION_COLUMNS_MIN && !look.raw ? names.revisionCells : 0;
	const levelCells = look.raw || !look.hasLevels ? 0 : isWide ? 5 : 1;
	const used = [time.cells, sourceCells, levelCells].filter(cells => cells > 0).map(cells => cells + GAP);
	// A revision stands close to its pod.
	const indent = GUTTER + used.reduce((sum, cells) => sum + cells, 0) + (revisionCells === 0 ? 0 : revisionCells + 1);
	return {
		time,
		source: {cells: sourceCells, text: source => cut(sourceText(source, names), sourceCells)},
		revision: {cells: revisionCells, text: source => cut(revisionOf(source), revisionCells)},
		level: {
			cells: levelCells,
			text: ({level}) => (level ?? '').toUpperCase().slice(0, levelCells),
		},
		body: Math.max(columns - indent, 0),
		indent,
	};
}
