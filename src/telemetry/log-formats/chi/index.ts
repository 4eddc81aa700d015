import {namedDurationMs} from '../../line/duration.ts';
import {accessLine} from '../../line/request.ts';
import {textFormat} from '../../line/text-format.ts';

export default textFormat({
	id: 'chi',
	title: 'chi access log',
	rank: 60,
	mayBe: text => text.includes('" from '),
	pattern:
		/^(?:(?<time>\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d) )?(?:\[(?<id>[^\]]{1,200})\] )?"(?<method>[A-Z]{1,20}) (?<url>\S+) (?<protocol>HTTP\/[\d.]{1,5})" from (?<client>\S+) - (?<status>\d{3}) (?<bytes>\d+)B in (?<duration>\S{1,30})$/,
	read: ({method = '', url = '', status, duration = '', id = ''}) =>
		accessLine({method, path: url, status: Number(status), durationMs: namedDurationMs(duration), id}),
});
