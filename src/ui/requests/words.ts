import {formatById} from '../../telemetry/format-by-id.ts';
import {formatAge} from '../../lib/age.ts';
import {formatDuration, formatRate, formatShare} from '../../lib/figures.ts';
import type {ServiceTraffic} from '../../services/traffic/contract.ts';
import {errorShare} from './tones.ts';
import type {RequestWindow} from './window.ts';

/** Where the numbers are from. */
export function sourceWords({from}: Pick<ServiceTraffic, 'from'>): string {
	if (from === 'metrics') return 'from metrics';
	return from === 'ingress' ? "from the ingress's log" : 'from logs';
}

/** `41/s` of all of them; with `~` when pods are missing from it. */
export function rateWords(
	traffic: readonly Pick<ServiceTraffic, 'coverage' | 'total'>[],
	window: Pick<RequestWindow, 'id'>,
): string {
	const rate = formatRate(traffic.reduce((sum, {total}) => sum + total[window.id].rate, 0));
	const isScaled = traffic.some(({coverage}) => coverage.read < coverage.of);
	return `${isScaled ? scaled(rate) : rate}/s`;
}

/** A rate that is scaled up from the pods that are read looks it. */
export function scaled(rate: string): string {
	return /[1-9]/.test(rate) && !rate.startsWith('<') ? `~${rate}` : rate;
}

/** So much of a window may be told as all of it. */
const NEARLY_ALL = 0.9;

/** What the numbers leave out: pods that are not read, and time before the reading began. Empty when they are whole. */
export function gapWords({at, since, coverage}: ServiceTraffic, {durationMs}: RequestWindow): string {
	const {read, of} = coverage;
	const pods = read < of ? `read from ${read} of ${of} pods` : '';
	const time = at - since < durationMs * NEARLY_ALL ? `only the last ${formatAge(at - since)} were read` : '';
	return [pods, time].filter(text => text !== '').join(' · ');
}

/** Why no request tells how long it took, and what can be done; undefined when some do, or none was seen. */
export function untimed({
	timing,
	formats,
	from,
}: Pick<ServiceTraffic, 'timing' | 'formats' | 'from'>):
	| {readonly because: string; readonly fix: readonly string[]}
	| undefined {
	// No log is at fault for what metrics leave out.
	if (timing !== 'none' || from === 'metrics') return undefined;
	return formatById(formats[0] ?? '')?.timing ?? {because: 'the log carries no duration', fix: []};
}

/** What is to be said where no request was slow and none failed. */
export function calmWords(traffic: ServiceTraffic, window: RequestWindow): string {
	const {count} = traffic.total[window.id];
	const gap = gapWords(traffic, window);
	const more = gap === '' ? '' : ` · ${gap}`;
	if (count === 0) return `no request in ${window.title}, ${sourceWords(traffic)}${more}`;
	const errors = formatShare(errorShare(traffic.total[window.id]));
	return `no request over ${formatDuration(traffic.slowMs)} in ${window.title} · ${rateWords([traffic], window)} ${sourceWords(traffic)} · 5xx ${errors}${more}`;
}
