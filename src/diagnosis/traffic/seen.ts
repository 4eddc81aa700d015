import type {LogSource} from '../../model/log.ts';
import type {Evidence} from '../../model/finding.ts';
import type {Row} from '../../model/row.ts';
import type {Incident, SeenRequest} from '../../services/traffic/contract.ts';
import {refOf} from '../evidence.ts';
import {durationInWords} from './figures.ts';

const PATH_MAX = 200;

/** A request, as a line of the log told of it: `GET /reports?year=2026 500 took 1.8 s`. */
export function evidenceOfRequest({request, route, source, at}: SeenRequest): Evidence {
	const {method, path, status, durationMs} = request;
	const [named = ''] = route.split(' ');
	const words = [
		method === '' ? named : method,
		path.slice(0, PATH_MAX),
		...(status === 0 ? [] : [String(status)]),
		...(durationMs === undefined ? [] : [`took ${durationInWords(durationMs)}`]),
	];
	return inLog(source, words.join(' '), at);
}

/** What was complained about, in the words of the log. */
export function evidenceOfIncident({line, where, source, lastAt}: Incident): readonly Evidence[] {
	return [inLog(source, line, lastAt), ...(where === '' ? [] : [inLog(source, `at ${where}`, lastAt)])];
}

function inLog({namespace, pod, podUid, container}: LogSource, text: string, at: number): Evidence {
	return {text, seenIn: 'log', object: {kind: 'pod', namespace, name: pod, uid: podUid}, container, at};
}

/** A figure that was read out of logs. */
export function measured(object: Row, text: string, at: number): Evidence {
	return {text, seenIn: 'log', object: refOf(object), at};
}
