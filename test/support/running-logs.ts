import type {LogSource} from '../../src/model/log.ts';
import type {PodRow} from '../../src/model/pod.ts';
import type {Join} from '../../src/services/join.ts';
import {isLive, isOfRevision} from '../../src/services/revisions.ts';
import type {ServiceRow} from '../../src/services/service-row.ts';
import type {ServiceTraffic} from '../../src/services/traffic/contract.ts';
import {createIncidentReader, type IncidentReader} from '../../src/telemetry/incidents/reader.ts';
import {createStandIn, readLine, type StandIn} from './traffic-stand-in.ts';

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
	readonly reader: IncidentReader;
	taken: number;
}

export function createRunningLogs(): RunningLogs {
	const streams = new Map<string, Stream>();
	const books = new Map<string, StandIn>();
	const current = new Map<string, ServiceTraffic>();
	return {
		follow(texts, join, now, writtenUntil) {
			for (const service of join.services()) {
				const book = books.get(service.uid) ?? createStandIn();
				books.set(service.uid, book);
				let read = 0;
				for (const pod of service.pods) {
					for (const {name} of pod.containers) {
						const text = texts[`${pod.name}/${name}`];
						if (text === undefined) continue;
						read += 1;
						const key = `${pod.uid}/${name}`;
						const stream = streams.get(key) ?? {reader: createIncidentReader(), taken: 0};
						streams.set(key, stream);
						followOne(text, stream, sourceOf(service, pod, name), book, writtenUntil);
					}
				}
				const revisions = service.revisions.map(({label}) => label);
				if (read > 0)
					current.set(
						service.uid,
						book.of(now, now - 900_000, revisions, service.pods.filter(isLive).length),
					);
				else current.delete(service.uid);
			}
		},
		of: service => current.get(service),
	};
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

function followOne(text: string, stream: Stream, source: LogSource, book: StandIn, until: number): void {
	const lines = text.split('\n');
	for (; stream.taken < lines.length; stream.taken++) {
		const line = lines[stream.taken] ?? '';
		const cut = line.indexOf(' ');
		const at = Date.parse(line.slice(0, cut));
		if (at > until) break;
		if (cut === -1 || Number.isNaN(at)) continue;
		const words = line.slice(cut + 1);
		const {level, request} = readLine(words);
		if (request !== undefined) book.take(request, at, source);
		const heard = stream.reader.read(words, at, request !== undefined, level);
		if (heard !== undefined) book.hear(heard, stream.reader.heardAt, source);
	}
	for (let heard = stream.reader.end(); heard !== undefined; heard = stream.reader.end())
		book.hear(heard, stream.reader.heardAt, source);
}
