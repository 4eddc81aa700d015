import {maskCredentials} from '../../lib/mask.ts';
import type {Evidence} from '../../model/finding.ts';
import type {LastWords} from '../../telemetry/last-words.ts';
import {heardOf, readFrom, seenOn} from '../evidence.ts';
import {quoted} from '../phrases.ts';
import {probeWords} from '../probe-budget.ts';
import type {HeardFailure} from './heard-failure.ts';
import type {Unready} from './unready.ts';

/** One whose probe told how it failed. */
export type FailingUnready = Unready & {readonly failure: HeardFailure};

/** What shows it: the failed probes of two of them, what the program writes, where it listens, and what the probe is. */
export function unreadyEvidence(all: readonly FailingUnready[], lead: FailingUnready): readonly Evidence[] {
	const {pod, container, words, probe, kind, spec, misplaced} = lead;
	const line = tellingLine(lead);
	return [
		...[lead, ...all.filter(one => one !== lead)]
			.slice(0, 2)
			.map(one => heardOf(one.failure.event, one.pod, quoted(maskCredentials(one.failure.event.message)))),
		...(words === undefined || line === undefined ? [] : [readFrom(pod, container, words, line)]),
		...(words === undefined || misplaced === undefined
			? []
			: [readFrom(pod, container, {...words, at: undefined}, listeningLine(words, misplaced.port))]),
		...(spec[kind] === undefined ? [] : [seenOn(pod, `${kind}Probe: ${probeWords(kind, probe, spec.ports)}`)]),
	];
}

/** What the log says of the trouble, else the request of the probe itself. */
function tellingLine({words, probe, failure}: FailingUnready): string | undefined {
	if (words?.trouble !== undefined) return words.trouble.line;
	if (words?.exception !== undefined) return words.line;
	const {status} = failure;
	if (status === undefined || probe.path === '') return undefined;
	return words?.tail.findLast(line => line.includes(probe.path) && line.includes(String(status)));
}

/** The line itself when it is among the last. */
function listeningLine({tail}: LastWords, port: number): string {
	return (
		tail.findLast(line => line.includes(String(port)) && /running|listening|start/i.test(line)) ??
		`it says that it listens on ${port}`
	);
}
