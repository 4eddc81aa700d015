import type {LogScript} from '../contract.ts';
import {momentOf, type Run} from '../kubelet/run.ts';

/** The log of one run of a container. */
export interface Log {
	readonly script: LogScript;
	readonly run: Run;
	/** Of the container. */
	readonly seed: number;
	/** When the story began; milliseconds since 1970. */
	readonly beganAt: number;
}

export interface LogLine {
	/** Milliseconds since 1970, with fractions. Lines that are written at once have the same. */
	readonly at: number;
	readonly text: string;
}

/** How far back a log goes: kubelets rotate at 10 MB, and nobody reads further here. */
const SECONDS_MAX = 6 * 3600;
/** Between the lines of a start. */
const STEP_MS = 50;

/** The lines of a run in [fromMs, toMs), in the order of time; those of equal time as they are written. */
export function linesBetween(log: Log, fromMs: number, toMs: number): LogLine[] {
	const {script, run} = log;
	const last = run.finishedAt ?? Infinity;
	const until = Math.min(toMs, last + 1);
	const from = Math.max(fromMs, run.startedAt, until - SECONDS_MAX * 1000);
	const isWanted = ({at}: LogLine): boolean => at >= from && at < toMs && at <= last;
	const lines = starting(script, run).filter(isWanted);
	for (let second = Math.floor(from / 1000); second * 1000 < until; second++)
		for (const line of serving(log, second)) if (isWanted(line)) lines.push(line);
	// Who reads in the very moment of the end reads the last words too.
	lines.push(...ending(script, run).filter(({at}) => at >= from && at <= toMs));
	return lines.toSorted((a, b) => a.at - b.at);
}

/** The last `count` lines before `toMs`, found backwards, so that a long log costs no more than a short one. */
export function lastLines(log: Log, count: number, fromMs: number, toMs: number): LogLine[] {
	const {run} = log;
	const end = Math.min(toMs, (run.finishedAt ?? Infinity) + 1);
	let spanMs = 10_000;
	let lines = linesBetween(log, Math.max(fromMs, end - spanMs), toMs);
	while (lines.length < count && end - spanMs > Math.max(fromMs, run.startedAt, end - SECONDS_MAX * 1000)) {
		spanMs *= 4;
		lines = linesBetween(log, Math.max(fromMs, end - spanMs), toMs);
	}
	return count === 0 ? [] : lines.slice(-count);
}

function starting({starting: texts = []}: LogScript, {startedAt}: Run): LogLine[] {
	return texts.map((text, index) => ({at: startedAt + (index + 1) * STEP_MS, text}));
}

/** At the end itself: who follows has read all that is before it when the end is known. */
function ending({ending: texts = []}: LogScript, {finishedAt, exitCode}: Run): LogLine[] {
	if (finishedAt === undefined || exitCode === 0) return [];
	return texts.map(text => ({at: finishedAt, text}));
}

/** What is served begins after the start's lines, and is spread over its second. */
function serving({script, run, seed, beganAt}: Log, second: number): LogLine[] {
	const ready = run.startedAt + ((script.starting?.length ?? 0) + 1) * STEP_MS;
	const texts = script.serving?.(momentOf(run, seed, beganAt, second * 1000)) ?? [];
	const step = 1000 / (texts.length + 1);
	return texts.flatMap((text, index) => {
		const at = second * 1000 + (index + 1) * step;
		return at < ready ? [] : text.split('\n').map(line => ({at, text: line}));
	});
}
