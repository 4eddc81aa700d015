import type {LogScript} from '../contract.ts';
import {momentOf, type Run} from '../kubelet/run.ts';

export interface LogLine {
	/** Milliseconds since 1970, with fractions. */
	readonly at: number;
	readonly text: string;
}

/** How far back a log goes: kubelets rotate at 10 MB, and nobody reads further here. */
const SECONDS_MAX = 6 * 3600;
/** Between the lines of a start or an end. */
const STEP_MS = 50;

/** The lines of a run in [fromMs, toMs), in the order of time. */
export function linesBetween(script: LogScript, run: Run, seed: number, fromMs: number, toMs: number): LogLine[] {
	const until = Math.min(toMs, (run.finishedAt ?? Infinity) + 1);
	const from = Math.max(fromMs, run.startedAt, until - SECONDS_MAX * 1000);
	const lines: LogLine[] = [];
	for (const line of [...starting(script, run), ...ending(script, run)])
		if (line.at >= from && line.at < until) lines.push(line);
	for (let second = Math.floor(from / 1000); second * 1000 < until; second++) {
		for (const line of serving(script, run, seed, second)) if (line.at >= from && line.at < until) lines.push(line);
	}
	return lines.toSorted((a, b) => a.at - b.at);
}

/** The last `count` lines before `toMs`, found backwards, so that a long log costs no more than a short one. */
export function lastLines(
	script: LogScript,
	run: Run,
	seed: number,
	count: number,
	fromMs: number,
	toMs: number,
): LogLine[] {
	const end = Math.min(toMs, (run.finishedAt ?? Infinity) + 1);
	let spanMs = 10_000;
	let lines = linesBetween(script, run, seed, Math.max(fromMs, end - spanMs), toMs);
	while (lines.length < count && end - spanMs > Math.max(fromMs, run.startedAt, end - SECONDS_MAX * 1000)) {
		spanMs *= 4;
		lines = linesBetween(script, run, seed, Math.max(fromMs, end - spanMs), toMs);
	}
	return count === 0 ? [] : lines.slice(-count);
}

function starting({starting: texts = []}: LogScript, {startedAt}: Run): LogLine[] {
	return texts.map((text, index) => ({at: startedAt + (index + 1) * STEP_MS, text}));
}

function ending({ending: texts = []}: LogScript, {finishedAt, exitCode}: Run): LogLine[] {
	if (finishedAt === undefined || exitCode === 0) return [];
	// All of them in the last moments, however many there are.
	const step = Math.min(STEP_MS, 400 / texts.length);
	return texts.map((text, index) => ({at: finishedAt - (texts.length - index) * step, text}));
}

/** What is served begins after the start's lines, and is spread over its second. */
function serving(script: LogScript, run: Run, seed: number, second: number): LogLine[] {
	const ready = run.startedAt + ((script.starting?.length ?? 0) + 1) * STEP_MS;
	const texts = script.serving?.(momentOf(run, seed, second * 1000)) ?? [];
	const step = 1000 / (texts.length + 1);
	return texts.map((text, index) => ({at: second * 1000 + (index + 1) * step, text})).filter(({at}) => at >= ready);
}
