import type {LogRange, LogSource, TailState} from '../../model/log.ts';
import type {Join} from '../../services/join.ts';
import {isRunning} from '../../services/revisions.ts';
import type {ServiceRow} from '../../services/service-row.ts';
import type {Coverage} from '../../services/traffic/contract.ts';
import type {WantedLog} from './sources.ts';

/** Of which services the logs are read, how many of their pods, and since when. */
export interface CoverageKeeper {
	/** Those too whose logs are only about to be read: their first lines count. */
	readonly services: ReadonlyMap<string, Coverage>;
	/** One of its logs is open, at least. */
	isRead(service: string): boolean;
	/** Why the logs of a service are not read, or not all that one would need; empty when nothing is missing. */
	because(service: string): string;
	update(now: CoverageInput): void;
}

export interface CoverageInput {
	readonly join: Pick<Join, 'services'>;
	readonly now: number;
	readonly alongside: readonly WantedLog[];
	readonly states: ReadonlyMap<string, TailState>;
	/** Where reading began, when there was no room for all of the range. */
	readonly firstLineAt: (source: LogSource) => number | undefined;
	/** What else is said of a service of which all logs are read. */
	readonly fallback: (service: string) => string;
}

export function createCoverage(range: LogRange): CoverageKeeper {
	/** When each log was opened. */
	let openedAt = new Map<string, number>();
	let services = new Map<string, Coverage>();
	let reasons = new Map<string, string>();
	return {
		get services() {
			return services;
		},
		isRead: service => (services.get(service)?.read ?? 0) > 0,
		because: service => reasons.get(service) ?? '',
		update({join, now, alongside, states, firstLineAt, fallback}) {
			const opened = new Map<string, number>();
			for (const {source} of alongside) {
				const at = openedAt.get(source.key) ?? (isOpen(states.get(source.key)) ? now : undefined);
				if (at !== undefined) opened.set(source.key, at);
			}
			openedAt = opened;
			[services, reasons] = [new Map(), new Map()];
			const byService = Map.groupBy(alongside, ({source}) => source.service);
			for (const service of join.services()) {
				const logs = byService.get(service.uid) ?? [];
				const read = logs.filter(({source}) => opened.has(source.key));
				reasons.set(service.uid, read.length === 0 ? reasonOf(service, logs, states) : fallback(service.uid));
				if (logs.length === 0) continue;
				const begins = read.map(
					({source}) => firstLineAt(source) ?? (opened.get(source.key) ?? now) - (range.sinceMs ?? 0),
				);
				services.set(service.uid, {
					read: read.length,
					of: Math.max(servingPods(service), read.length),
					since: begins.length === 0 ? now - (range.sinceMs ?? 0) : Math.max(...begins),
					revisions: service.revisions.map(({label}) => label),
				});
			}
		},
	};
}

function isOpen(state: TailState | undefined): boolean {
	return state?.phase === 'following' || state?.phase === 'ended';
}

function servingPods({pods}: ServiceRow): number {
	return pods.filter(isRunning).length;
}

function reasonOf(service: ServiceRow, logs: readonly WantedLog[], states: ReadonlyMap<string, TailState>): string {
	if (servingPods(service) === 0) return 'no pod of it runs';
	if (logs.length === 0) return 'more services than logs can be read of: enter its namespace';
	for (const {source} of logs) {
		const state = states.get(source.key);
		if (state?.phase === 'forbidden') return `no right to ${state.permission}`;
		if (state?.phase === 'waiting') return state.because;
	}
	return 'its logs are being opened';
}
