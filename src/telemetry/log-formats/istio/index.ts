import {accessLine, milliseconds} from '../../line/request.ts';
import {textFormat} from '../../line/text-format.ts';

/** `meshConfig.accessLogFormat` by default. Its route is the name of a rule of Istio, not one of the application. */
export default textFormat({
	id: 'istio',
	title: 'Istio access log',
	rank: 50,
	mayBe: text => text.startsWith('[2') && text.includes('Z] "'),
	pattern:
		/^\[(?<time>\d{4}-\d\d-\d\dT[\d:.]{8,20}Z)\] "(?<method>\S+) (?<path>\S+) (?<protocol>\S+)" (?<status>\d{1,3}) (?<flags>\S+) (?<details>\S+) (?<termination>\S+) "(?<failure>[^"]*)" (?<received>\d+) (?<sent>\d+) (?<duration>\d{1,12}|-) (?<upstreamDuration>\d+|-) "(?<forwarded>[^"]*)" "(?<agent>[^"]*)" "(?<id>[^"]*)" "(?<authority>[^"]*)" "(?<server>[^"]*)"(?: (?<cluster>\S+) (?<upstreamLocal>\S+) (?<downstreamLocal>\S+) (?<downstreamRemote>\S+) (?<sni>\S+) (?<route>\S+))?$/,
	read: ({method = '', path = '', status, duration, agent = '', id = '', cluster = ''}) =>
		accessLine({
			...{method, path, status: Number(status), durationMs: milliseconds(duration), agent, id, upstream: cluster},
		}),
});
