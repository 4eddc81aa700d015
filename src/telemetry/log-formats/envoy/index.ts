import {accessLine, milliseconds} from '../../line/request.ts';
import {textFormat} from '../../line/text-format.ts';

export default textFormat({
	id: 'envoy',
	title: 'Envoy access log',
	rank: 51,
	mayBe: text => text.startsWith('[2') && text.includes('Z] "'),
	pattern:
		/^\[(?<time>\d{4}-\d\d-\d\dT[\d:.]{8,20}Z)\] "(?<method>\S+) (?<path>\S+) (?<protocol>\S+)" (?<status>\d{1,3}) (?<flags>\S+) (?<received>\d+) (?<sent>\d+) (?<duration>\d{1,12}|-) (?<upstreamDuration>\d+|-) "(?<forwarded>[^"]*)" "(?<agent>[^"]*)" "(?<id>[^"]*)" "(?<authority>[^"]*)" "(?<server>[^"]*)"$/,
	read: ({method = '', path = '', status, duration, agent = '', id = ''}) =>
		accessLine({method, path, status: Number(status), durationMs: milliseconds(duration), agent, id}),
});
