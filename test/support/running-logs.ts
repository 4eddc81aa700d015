import type {LogSource} from '../../src/model/log.ts';
import type {PodRow} from '../../src/model/pod.ts';
import type {Join} from '../../src/services/join.ts';
import {isLive, isOfRevision} from '../../src/services/revisions.ts';
import type {ServiceRow} from '../../src/services/service-row.ts';
import type {Coverage, ServiceTraffic, TrafficBook} from '../../src/services/traffic/contract.ts';
import {createTrafficBook} from '../../src/services/traffic/traffic-book.ts';
import {createIncidentReader, type IncidentReader} from '../../src/telemetry/incidents/reader.ts';
import {createStreamReader, type StreamReader} from '../../src/telemetry/stream-reader.ts';

/** The logs of running containers, followed as the session follows them. */
export interface RunningLogs {
	/** Takes the lines that were written until then; texts are by `pod/container`, with the API's times. */
	follow(
		texts: Readonly<Record<string, string>>,
		join: Pick<Join, 'services'>,
		now: number,
		writtenUntil: number,
	): void;
	of(service: string): ServiceTraffic | undefined;
}

interface Stream {
	readonly lines: StreamReader;
	readonly incidents: IncidentReader;
	taken: number;
}

/** Windows are full: the logs were read since long before. */
const SINCE_MS = 15 * 60_000;

export function createRunningLogs(): RunningLogs {
	const streams = new Map<string, Stream>();
	const book = createTrafficBook();
	let now = 0;
	return {
		follow(texts, join, at, writtenUntil) {
			now = at;
			const followed = join.services().map(service => ({service, logs: logsOf(service, texts)}));
			const covered = followed.flatMap(({service, logs}): [string, Coverage][] =>
				logs.length === 0 ? [] : [[service.uid, coverageOf(service, logs.length, now)]],
			);
			book.cover(new Map(covered));
			for (const {service, logs} of followed) {
				for (const {pod, container, text} of logs) {
					const source = sourceOf(service, pod, container);
					const stream = streams.get(source.key) ?? {
						lines: createStreamReader(),
						incidents: createIncidentReader(),
						taken: 0,
					};
					streams.set(source.key, stream);
					followOne(text, stream, source, book, writtenUntil);
				}
			}
		},
		of: service => book.of(service, now),
	};
}

interface Log {
	readonly pod: PodRow;
	readonly container: string;
	readonly text: string;
}

function logsOf({pods}: ServiceRow, texts: Readonly<Record<string, string>>): readonly Log[] {
	return pods.flatMap(pod =>
		pod.containers.flatMap(({name}) => {
			const text = texts[`${pod.name}/${name}`];
			return text === undefined ? [] : [{pod, container: name, text}];
		}),
	);
}

function coverageOf({pods, revisions}: ServiceRow, read: number, now: number): Coverage {
	const of = Math.max(read, pods.filter(isLive).length);
	return {read, of, since: now - SINCE_MS, revisions: revisions.map(({label}) => label)};
}

function sourceOf(service: ServiceRow, pod: PodRow, container: string): LogSource {
	return {
		key: `${pod.uid}/${container}`,
		namespace: pod.namespace,
		pod: pod.name,
		podUid: pod.uid,
		container,
		previous: false,
		revision: service.revisions.find(revision => isOfRevision(pod, revision))?.label ?? '',
		service: service.uid,
	};
}

function followOne(text: string, stream: Stream, source: LogSource, book: TrafficBook, until: number): void {
	const lines = text.split('\n');
	for (; stream.taken < lines.length; stream.taken++) {
		const line = lines[stream.taken] ?? '';
		const cut = line.indexOf(' ');
		const at = Date.parse(line.slice(0, cut));
		if (at > until) break;
		if (cut === -1 || Number.isNaN(at)) continue;
		const read = stream.lines.read(line.slice(cut + 1), at);
		if (read.request !== undefined) book.take(read.request, at, source, read.format);
		const heard = stream.incidents.read(read.text, at, read.request !== undefined, read.level);
		if (heard !== undefined) book.hear(heard, stream.incidents.heardAt, source);
	}
	for (let heard = stream.incidents.end(); heard !== undefined; heard = stream.incidents.end())
		book.hear(heard, stream.incidents.heardAt, source);
}
